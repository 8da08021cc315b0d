using Herald.Store;

namespace Herald.Server.Hosting;

/// <summary>Whether this process takes requests now.</summary>
internal sealed record Readiness(bool StoreAnswers, bool EngineRuns)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public bool IsReady => StoreAnswers && EngineRuns;

    public static async Task<Readiness> LookAsync(IHeraldStore store, IHostApplicationLifetime life, CancellationToken ct)
    {
        // The engine starts before Kestrel does and stops with the host.
        var runs = life.ApplicationStarted.IsCancellationRequested && !life.ApplicationStopping.IsCancellationRequested;
        try
        {
            await store.Settings.ReadVersionAsync(ct).AsTask().WaitAsync(Patience, TimeProvider.System, ct);
            return new Readiness(true, runs);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or TimeoutException)
        {
            return new Readiness(false, runs);
        }
    }
}
