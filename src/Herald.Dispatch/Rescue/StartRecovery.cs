using Herald.Core.Deliveries;
using Herald.Dispatch.Attempts;
using Herald.Store;
using Herald.Store.Queue;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Herald.Dispatch.Rescue;

/// <summary>A start whose commit was in doubt may be on disk although this process gave it up. Nothing left then: such rows go back to waiting, their reservations with them.</summary>
internal sealed partial class StartRecovery(IHeraldStore store, OpenStarts starts, Guid me, ILogger<StartRecovery> log)
{
    private const int Most = 100_000;

    /// <summary>Returns how many rows were put back. Reads nothing unless a start failed.</summary>
    public async Task<int> RunOnceAsync(Instant now, CancellationToken ct)
    {
        if (starts.DoubtUntil is not { } until)
            return 0;
        var given = 0;
        // The rows first, the memory after: a row that ended in between is refused by the write itself.
        foreach (var row in await store.Queue.ReadStartedByAsync(me, Most, ct))
            if (!starts.Contains(row.DeliveryId) && await store.Queue.NotSentAsync(new UnsentDelivery(row.DeliveryId, me, now, now, ReasonCode.NotSent), ct))
                given++;
        // A store that was away all the time is read once it is back.
        if (now >= until)
            starts.Cleared(until);
        if (given > 0)
            PutBack(given);
        return given;
    }

    [LoggerMessage(1411, LogLevel.Warning, "{Count} starts that were given up had been written: nothing left, they wait again")]
    private partial void PutBack(int count);
}
