using NodaTime;

namespace Herald.Core.Deliveries;

/// <summary>A half-open UTC interval in which attempts may start: <c>[Start, End)</c>, Start before End.</summary>
public readonly record struct Window(Instant Start, Instant End)
{
    public bool Contains(Instant at) => Start <= at && at < End;
}
