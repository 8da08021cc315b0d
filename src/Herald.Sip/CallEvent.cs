namespace Herald.Sip;

/// <summary>What happens to a call, in order; <see cref="Ended"/> is always the last one.</summary>
/// <param name="At">UTC.</param>
public abstract record CallEvent(DateTimeOffset At)
{
    /// <summary>The first 18x, and each further one with another code.</summary>
    public sealed record Ringing(DateTimeOffset At, int SipCode) : CallEvent(At);

    /// <summary>The network speaks before the answer; what it says is listened to, see <see cref="Progress"/>.</summary>
    public sealed record EarlyMedia(DateTimeOffset At) : CallEvent(At);

    /// <summary>Off hook.</summary>
    public sealed record Answered(DateTimeOffset At) : CallEvent(At);

    /// <summary>Who or what answered; comes at most once before and, for a beep after a greeting, more often after the answer.</summary>
    public sealed record Progress(DateTimeOffset At, ProgressVerdict Verdict) : CallEvent(At);

    /// <summary>A key: 0–9, *, #, A–D.</summary>
    public sealed record Dtmf(DateTimeOffset At, char Key) : CallEvent(At);

    /// <summary>The peer put us on hold, or took us back.</summary>
    public sealed record Hold(DateTimeOffset At, bool OnHold) : CallEvent(At);

    /// <summary>The end.</summary>
    public sealed record Ended(DateTimeOffset At, CallEnd End) : CallEvent(At);
}
