using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

[Collection<PostgresTests>]
public sealed class RepeatableRequestOnPostgres(PostgresServer server) : RepeatableRequestTests(server);
