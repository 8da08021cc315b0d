using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

public sealed class OtherCreateOnPostgres(PostgresServer server) : OtherCreateTests(server);
