using Herald.Dispatch.Dispatching;
using Herald.Store.Queue;
using NodaTime.Extensions;

namespace Herald.Dispatch.Inbound;

/// <summary>Consent of numbers changed, by whatever way: everything queued for them is planned again within a second.</summary>
internal sealed class ConsentChanges(IQueueStore queue, Drivers drivers, TimeProvider time)
{
    public async Task ChangedAsync(IReadOnlyCollection<string> numbers, CancellationToken ct)
    {
        var now = time.GetCurrentInstant();
        await queue.RecheckNumbersAsync(numbers, now, ct);
        drivers.LookAround();
    }
}
