using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

[Collection<PostgresTests>]
public sealed class ConsentUploadOnPostgres(PostgresServer server) : ConsentUploadTests(server);
