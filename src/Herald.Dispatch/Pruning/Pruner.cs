using Herald.Store;
using Herald.Store.Pruning;
using NodaTime;

namespace Herald.Dispatch.Pruning;

/// <summary>Removes what is over in small steps: repeat keys always, ended tasks and old log lines when a retention is set.</summary>
internal sealed class Pruner(IHeraldStore store, TimeSpan? retention)
{
    private const int Step = 500;

    // A step of an upload takes milliseconds: what has not moved for so long has lost its process.
    private static readonly Duration Stalled = Duration.FromMinutes(15);

    public async Task RunOnceAsync(Instant now, CancellationToken ct)
    {
        await store.Consents.FailStalledAsync(now - Stalled, now, ct);
        while (await store.Pruning.PruneKeysAsync(now, Step, ct) > 0)
            ct.ThrowIfCancellationRequested();
        if (retention is not { } kept)
            return;
        var before = now - Duration.FromTimeSpan(kept);
        while (await store.Pruning.PruneTasksAsync(before, now, Step, ct) > 0)
            ct.ThrowIfCancellationRequested();
        while (await store.Pruning.PruneLogAsync(Instant.Min(before, now - IPruneStore.ShortestLog), now, Step, ct) > 0)
            ct.ThrowIfCancellationRequested();
    }
}
