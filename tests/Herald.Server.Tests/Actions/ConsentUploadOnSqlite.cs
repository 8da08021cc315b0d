using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

[Collection<SqliteTests>]
public sealed class ConsentUploadOnSqlite(SqliteServer server) : ConsentUploadTests(server);
