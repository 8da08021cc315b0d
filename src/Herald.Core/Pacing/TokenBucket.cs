using NodaTime;

namespace Herald.Core.Pacing;

/// <summary>A rate as a value: so many tokens a second, at most <paramref name="Burst"/> saved up.</summary>
/// <param name="PerSecond">Above 0.</param>
/// <param name="Burst">At least 1: the most that can leave at once.</param>
/// <param name="Tokens">0..Burst at <paramref name="At"/>.</param>
public readonly record struct TokenBucket(double PerSecond, double Burst, double Tokens, Instant At)
{
    /// <summary>A full bucket. The default burst is a fifth of a second's worth, at least one.</summary>
    public static TokenBucket Full(double perSecond, Instant now, double? burst = null)
    {
        var most = Math.Max(1, burst ?? perSecond / 5);
        return new TokenBucket(perSecond, most, most, now);
    }

    /// <summary>Takes as many whole tokens as there are, at most <paramref name="wanted"/>. A clock that steps back fills nothing; one that jumps ahead fills to the burst.</summary>
    public TokenBucket Take(int wanted, Instant now, out int taken)
    {
        var filled = Filled(now);
        taken = Math.Clamp((int)Math.Floor(filled + 1e-9), 0, Math.Max(0, wanted));
        return this with { Tokens = Math.Max(0, filled - taken), At = now };
    }

    /// <summary>Gives back tokens of what was not sent after all.</summary>
    public TokenBucket Return(int tokens) => this with { Tokens = Math.Min(Burst, Tokens + Math.Max(0, tokens)) };

    /// <summary>When the next whole token is there; <paramref name="now"/> when there is one.</summary>
    public Instant NextAt(Instant now)
    {
        var missing = 1 - Filled(now);
        return missing <= 1e-9 ? now : now + Duration.FromSeconds(missing / PerSecond);
    }

    private double Filled(Instant now) => Math.Min(Burst, Tokens + Math.Max(0, (now - At).TotalSeconds) * PerSecond);
}
