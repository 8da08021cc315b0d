using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

[Collection<PostgresTests>]
public sealed class UploadOnPostgres(PostgresServer server) : UploadTests(server);
