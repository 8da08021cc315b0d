using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

[Collection<PostgresTests>]
public sealed class WebApiClientOnPostgres(PostgresServer server) : WebApiClientTests(server);
