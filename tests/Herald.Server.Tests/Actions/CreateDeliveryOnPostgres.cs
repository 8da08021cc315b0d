using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

[Collection<PostgresTests>]
public sealed class CreateDeliveryOnPostgres(PostgresServer server) : CreateDeliveryTests(server);
