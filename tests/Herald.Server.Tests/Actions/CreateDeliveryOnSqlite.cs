using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

public sealed class CreateDeliveryOnSqlite(SqliteServer server) : CreateDeliveryTests(server);
