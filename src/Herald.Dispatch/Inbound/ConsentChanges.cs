using Herald.Dispatch.Dispatching;
using Herald.Store;
using NodaTime.Extensions;

namespace Herald.Dispatch.Inbound;

/// <summary>Consent of numbers changed, by whatever way: everything queued for them is planned again within a second.</summary>
internal sealed class ConsentChanges(IHeraldStore store, Drivers drivers, TimeProvider time)
{
    public async Task ChangedAsync(IReadOnlyCollection<string> numbers, CancellationToken ct)
    {
        var now = time.GetCurrentInstant();
        await store.Queue.RecheckNumbersAsync(numbers, now, ct);
        drivers.LookAround();
    }
}
