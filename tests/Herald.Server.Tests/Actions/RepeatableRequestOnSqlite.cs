using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

[Collection<SqliteTests>]
public sealed class RepeatableRequestOnSqlite(SqliteServer server) : RepeatableRequestTests(server);
