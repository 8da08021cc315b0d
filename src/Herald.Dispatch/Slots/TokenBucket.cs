using NodaTime;

namespace Herald.Dispatch.Slots;

/// <summary>A rate as a value: units that may leave now. A tenth of a second's worth may be saved up, so that no second sees more than 1.1 of the rate; a long message may overdraw.</summary>
internal readonly record struct TokenBucket(double PerSecond, double Tokens, Instant At)
{
    public static TokenBucket Full(double perSecond, Instant now) => new(perSecond, Burst(perSecond), now);

    public TokenBucket Refilled(Instant now) => now <= At ? this
        : this with { Tokens = Math.Min(Burst(PerSecond), Tokens + (now - At).TotalSeconds * PerSecond), At = now };

    public TokenBucket Less(int units) => this with { Tokens = Tokens - units };

    public TokenBucket AtRate(double perSecond) => this with { PerSecond = perSecond, Tokens = Math.Min(Tokens, Burst(perSecond)) };

    public int Whole => (int)Math.Max(0, Math.Floor(Tokens + 1e-9));

    /// <summary>When one unit will be there.</summary>
    public Instant NextUnitAt => Tokens >= 1 ? At : At + Duration.FromSeconds((1 - Tokens) / PerSecond);

    private static double Burst(double perSecond) => Math.Max(1, perSecond / 10);
}
