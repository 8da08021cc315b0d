using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

public sealed class CreateDeliveryOnPostgres(PostgresServer server) : CreateDeliveryTests(server);
