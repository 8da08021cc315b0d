using NodaTime;

namespace Herald.Store.Queue;

internal sealed partial class QueueStore
{
    public Task ConnectedAsync(ConnectedDelivery connected, CancellationToken ct) => writer.WriteAsync(new ConnectDelivery(connected), ct);

    public Task<CancelAnswer> CancelTaskAsync(Guid taskId, string reasonCode, Instant now, CancellationToken ct) =>
        writer.WriteAsync(new CancelTask(taskId, reasonCode, now), ct);

    public Task<int> CancelQueuedAsync(Guid engagementId, string reasonCode, Instant now, int max, CancellationToken ct) =>
        writer.WriteAsync(new CancelQueued(engagementId, reasonCode, now, max), ct);

    public Task<int> RecheckAsync(Guid? engagementId, string reasonCode, Instant now, int max, CancellationToken ct) =>
        writer.WriteAsync(new Recheck(engagementId, reasonCode, now, max), ct);
}
