namespace Herald.Store.Tests;

/// <summary>A fresh store for each test, on the engine that the derived class names.</summary>
public abstract class StoreConformance(StoreEngine engine) : IAsyncLifetime
{
    protected static readonly Guid Owner = Guid.Parse("0193a000-0000-7000-8000-000000000001");
    protected static readonly Instant Noon = Any.Noon;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected StoreUnderTest Under { get; private set; } = null!;

    protected IHeraldStore Store => Under.Store;

    protected StoreEngine Engine => engine;

    public async ValueTask InitializeAsync() => Under = await StoreUnderTest.Of(engine, with: Options);

    public async ValueTask DisposeAsync() => await Under.DisposeAsync();

    protected virtual StoreOptions Options(StoreOptions options) => options;
}
