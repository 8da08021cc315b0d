namespace Herald.Sip;

/// <summary>Moments of a call, UTC; null = it did not happen.</summary>
/// <param name="Started">First INVITE handed to the transport (outbound) or received (inbound).</param>
/// <param name="Ringing">First 18x.</param>
/// <param name="EarlyMedia">First session description before the answer.</param>
/// <param name="Answered">2xx.</param>
/// <param name="Ended">End.</param>
public sealed record CallTimes(DateTimeOffset Started, DateTimeOffset? Ringing, DateTimeOffset? EarlyMedia, DateTimeOffset? Answered, DateTimeOffset? Ended)
{
    /// <summary>From the INVITE to the first 18x or the answer.</summary>
    public TimeSpan? PostDialDelay => (Ringing ?? Answered) - Started;
}
