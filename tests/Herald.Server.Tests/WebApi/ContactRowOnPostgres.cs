using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.WebApi;

[Collection<PostgresTests>]
public sealed class ContactRowOnPostgres(PostgresServer server) : ContactRowTests(server);
