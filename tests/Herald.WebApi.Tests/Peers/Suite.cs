using System.Collections.Concurrent;

namespace Herald.WebApi.Tests.Peers;

/// <summary>A suite that runs on both engines. Tests that only read share one database and site by class; others get their own.</summary>
public abstract class Suite(SqlDialect dialect, PostgresCluster cluster) : IAsyncLifetime
{
    private static readonly ConcurrentDictionary<Type, Task<Ground>> Grounds = new();
    private Ground? ground;

    private protected Site Site => ground!.Site;
    private protected TestRows Rows => ground!.Rows;
    private protected SqlDialect Dialect => dialect;

    /// <summary>True: the tests of the class leave the database as it is.</summary>
    private protected virtual bool ReadsOnly => false;

    public async ValueTask InitializeAsync() => ground = ReadsOnly
        ? await Grounds.GetOrAdd(GetType(), async _ => cluster.Keep(await CreateAsync()))
        : await CreateAsync();

    private protected virtual Task<Site> StartAsync(TestRows rows) => Site.StartAsync(rows);

    private protected virtual Task SeedAsync(TestRows rows) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (!ReadsOnly && ground is not null) await ground.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>An id as a literal of the engine.</summary>
    private protected string Id(Guid id) => dialect == SqlDialect.Sqlite ? $"x'{Convert.ToHexString(id.ToByteArray(bigEndian: true))}'" : $"'{id}'::uuid";

    private async Task<Ground> CreateAsync()
    {
        var engine = new Engines(dialect, cluster);
        var rows = await engine.CreateAsync();
        await SeedAsync(rows);
        return new Ground(engine, rows, await StartAsync(rows));
    }
}
