using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

public sealed class OperationOnPostgres(PostgresServer server) : OperationTests(server);
