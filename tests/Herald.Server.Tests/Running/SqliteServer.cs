namespace Herald.Server.Tests.Running;

/// <summary>One server on the embedded store for every test class that asks for it.</summary>
public sealed class SqliteServer : IServerFixture, IAsyncLifetime
{
    public RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
