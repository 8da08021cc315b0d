using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

[Collection<SqliteTests>]
public sealed class WebApiClientOnSqlite(SqliteServer server) : WebApiClientTests(server);
