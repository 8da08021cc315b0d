using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

public sealed class RepeatableRequestOnPostgres(PostgresServer server) : RepeatableRequestTests(server);
