using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

[Collection<PostgresTests>]
public sealed class TableRuleOnPostgres(PostgresServer server) : TableRuleTests(server);
