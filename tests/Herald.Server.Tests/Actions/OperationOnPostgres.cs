using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

[Collection<PostgresTests>]
public sealed class OperationOnPostgres(PostgresServer server) : OperationTests(server);
