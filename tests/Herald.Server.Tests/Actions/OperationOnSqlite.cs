using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

public sealed class OperationOnSqlite(SqliteServer server) : OperationTests(server);
