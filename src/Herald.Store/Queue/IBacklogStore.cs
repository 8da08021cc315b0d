namespace Herald.Store.Queue;

/// <summary>Everything that is open, in pages: for the few passes that must look at all of it. On reader connections; the writer does not wait.</summary>
public interface IBacklogStore
{
    /// <summary>Open deliveries of all engagements behind that task, by task; fewer than <paramref name="max"/> = the last page.</summary>
    Task<IReadOnlyList<OpenRow>> ReadOpenAsync(Guid afterTask, int max, CancellationToken ct);

    /// <summary>Those of these deliveries that wait or are ready, whole.</summary>
    Task<IReadOnlyList<QueueRow>> ReadQueuedAsync(IReadOnlyCollection<Guid> deliveries, CancellationToken ct);
}
