using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.WebApi;

[Collection<SqliteTests>]
public sealed class ContactRowOnSqlite(SqliteServer server) : ContactRowTests(server);
