using NodaTime;

namespace Herald.Store.Queue;

internal sealed partial class QueueStore
{
    public Task ConnectedAsync(ConnectedDelivery connected, CancellationToken ct) => throw new NotImplementedException();

    public Task<CancelAnswer> CancelTaskAsync(Guid taskId, string reasonCode, Instant now, CancellationToken ct) => throw new NotImplementedException();

    public Task<int> CancelQueuedAsync(Guid engagementId, string reasonCode, Instant now, int max, CancellationToken ct) => throw new NotImplementedException();

    public Task<int> RecheckAsync(Guid? engagementId, string reasonCode, Instant now, int max, CancellationToken ct) => throw new NotImplementedException();

    public Task RecheckNumbersAsync(IReadOnlyCollection<string> numbers, Instant now, CancellationToken ct) => throw new NotImplementedException();
}
