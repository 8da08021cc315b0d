using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

[Collection<SqliteTests>]
public sealed class TableRuleOnSqlite(SqliteServer server) : TableRuleTests(server);
