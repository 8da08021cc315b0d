using Herald.Smpp.Sessions;

namespace Herald.Smpp.Inbound;

/// <summary>
/// The last messages that were put together. Where an acknowledgement was lost the SMSC sends that one part again, which alone would
/// look like the beginning of another message. Not thread-safe.
/// </summary>
internal sealed class HandledGroups
{
    private const int Remembered = 1_000;

    private readonly Dictionary<PartKey, PartGroup> groups = [];
    private readonly Queue<(PartKey Key, long At)> order = [];

    public void Add(PartGroup group, long now)
    {
        if (order.Count == Remembered)
            groups.Remove(order.Dequeue().Key);
        groups[group.Key] = group;
        order.Enqueue((group.Key, now));
    }

    /// <summary>The same content too: phones use their references again.</summary>
    public bool Contains(PartKey key, int number, Delivery delivery) =>
        groups.TryGetValue(key, out var group) && group.Parts[number - 1] is { } part && part.Content.AsSpan().SequenceEqual(delivery.Content);

    public void Forget(long before)
    {
        while (order.TryPeek(out var oldest) && oldest.At < before)
            groups.Remove(order.Dequeue().Key);
    }
}
