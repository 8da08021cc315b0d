using Herald.Testing;

namespace Herald.Server.Tests.Running;

/// <summary>One server on a throw-away PostgreSQL, in a cluster of one, for every test class that asks for it.</summary>
public sealed class PostgresServer : IServerFixture, IAsyncLifetime
{
    public RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cluster = await PostgresCluster.SharedAsync();
        Server = await RunningServer.StartAsync(await cluster.CreateDatabaseAsync());
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
