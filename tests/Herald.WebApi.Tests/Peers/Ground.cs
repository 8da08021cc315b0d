namespace Herald.WebApi.Tests.Peers;

/// <summary>A database and the site over it.</summary>
internal sealed record Ground(Engines Engine, TestRows Rows, Site Site) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        Rows.Dispose();
        Engine.Dispose();
    }
}
