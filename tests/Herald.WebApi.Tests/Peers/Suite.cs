namespace Herald.WebApi.Tests.Peers;

/// <summary>A suite that runs on both engines: each test gets its own database and its own site.</summary>
public abstract class Suite(SqlDialect dialect, PostgresCluster cluster) : IAsyncLifetime
{
    private readonly Engines engine = new(dialect, cluster);

    private protected Site Site { get; private set; } = null!;
    private protected TestRows Rows { get; private set; } = null!;
    private protected SqlDialect Dialect => dialect;

    public async ValueTask InitializeAsync()
    {
        Rows = await engine.CreateAsync();
        Site = await StartAsync(Rows);
        await SeedAsync();
    }

    private protected virtual Task<Site> StartAsync(TestRows rows) => Site.StartAsync(rows);

    private protected virtual Task SeedAsync() => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        engine.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>An id as a literal of the engine.</summary>
    private protected string Id(Guid id) => dialect == SqlDialect.Sqlite ? $"x'{Convert.ToHexString(id.ToByteArray(bigEndian: true))}'" : $"'{id}'::uuid";
}
