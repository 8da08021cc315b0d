namespace Herald.Dispatch.Slots;

/// <summary>What profiles of one transport hold of it beyond what the channel itself carries: granted but not handed over, and ended but not durable.</summary>
internal sealed class TransportLoad
{
    private int reserved;
    private int settling;

    /// <summary>A store that is away leaves ends undurable: their slots stay taken, so the backlog is bounded by the channel.</summary>
    public int Taken => Volatile.Read(ref reserved) + Volatile.Read(ref settling);

    public void Reserve(int count) => Interlocked.Add(ref reserved, count);

    public void Settle(int count) => Interlocked.Add(ref settling, count);
}
