using System.Collections.Concurrent;
using NodaTime;

namespace Herald.Dispatch.Attempts;

/// <summary>Deliveries whose start this process asked for, from before the write until their end is durable. A started row of ours that is not here was never handed over and never will be.</summary>
internal sealed class OpenStarts
{
    private readonly ConcurrentDictionary<Guid, bool> open = new();
    private readonly Lock gate = new();
    private Instant? doubtUntil;

    /// <summary>A start failed with an unknown end: until then its rows may turn up on disk all the same. Null = no doubt.</summary>
    public Instant? DoubtUntil
    {
        get
        {
            lock (gate)
                return doubtUntil;
        }
    }

    public void Doubt(Instant until)
    {
        lock (gate)
            doubtUntil = until;
    }

    /// <summary>The store was read after that moment: what was to turn up has. A newer doubt stays.</summary>
    public void Cleared(Instant until)
    {
        lock (gate)
            if (doubtUntil == until)
                doubtUntil = null;
    }

    public bool Contains(Guid deliveryId) => open.ContainsKey(deliveryId);

    public void Add(Guid deliveryId) => open[deliveryId] = true;

    public void Remove(Guid deliveryId) => open.TryRemove(deliveryId, out _);
}
