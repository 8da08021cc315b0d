using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

public sealed class RepeatableRequestOnSqlite(SqliteServer server) : RepeatableRequestTests(server);
