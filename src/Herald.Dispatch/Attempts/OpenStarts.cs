using System.Collections.Concurrent;
using NodaTime;

namespace Herald.Dispatch.Attempts;

/// <summary>Deliveries whose start this process asked for, from before the write until their end is durable. A started row of ours that is not here was never handed over and never will be.</summary>
internal sealed class OpenStarts
{
    private readonly ConcurrentDictionary<Guid, bool> open = new();

    /// <summary>A start failed with an unknown end: until then its rows may turn up on disk all the same.</summary>
    public Instant DoubtUntil { get; set; } = Instant.MinValue;

    public bool Contains(Guid deliveryId) => open.ContainsKey(deliveryId);

    public void Add(Guid deliveryId) => open[deliveryId] = true;

    public void Remove(Guid deliveryId) => open.TryRemove(deliveryId, out _);
}
