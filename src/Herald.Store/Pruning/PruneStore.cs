using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Pruning;

internal sealed class PruneStore(Writer writer) : IPruneStore
{
    public Task<int> PruneTasksAsync(Instant before, Instant now, int max, CancellationToken ct) =>
        writer.WriteAsync(new PruneTasks(Instant.Min(before, now - IPruneStore.ShortestTasks), max), ct);


    public Task<int> PruneLogAsync(Instant before, Instant now, int max, CancellationToken ct) =>
        writer.WriteAsync(new PruneLog(Instant.Min(before, now - IPruneStore.ShortestLog), max), ct);

    public Task<int> PruneKeysAsync(Instant now, int max, CancellationToken ct) => writer.WriteAsync(new PruneKeys(now, max), ct);
}
