namespace Herald.Sip;

/// <summary>Protocol timers (RFC 3261 table 4). All others are multiples of these.</summary>
public sealed record SipTimers
{
    /// <summary>Round-trip estimate; first retransmission after it, time-out after 64 of it. Default 500 ms; 5 ms..2 s.</summary>
    public TimeSpan T1 { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest gap between retransmissions. Default 4 s; at least T1.</summary>
    public TimeSpan T2 { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a message may live in the network. Default 5 s.</summary>
    public TimeSpan T4 { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>64 × T1: timers B, F, H, L and M.</summary>
    internal TimeSpan TimeOut => T1 * 64;

    /// <summary>The same proportions on another T1, for tests.</summary>
    internal static SipTimers Scaled(TimeSpan t1) => new() { T1 = t1, T2 = t1 * 8, T4 = t1 * 10 };
}
