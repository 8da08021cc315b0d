using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

[Collection<SqliteTests>]
public sealed class UploadOnSqlite(SqliteServer server) : UploadTests(server);
