using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

public sealed class OtherCreateOnSqlite(SqliteServer server) : OtherCreateTests(server);
