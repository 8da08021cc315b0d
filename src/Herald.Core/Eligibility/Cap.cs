using Herald.Core.Planning;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>At most <paramref name="Most"/> started attempts of a key within the rolling <paramref name="Period"/> that ends now.</summary>
/// <param name="Label">Whose cap, for the trace.</param>
internal sealed record Cap(LimitScope Scope, int Most, Duration Period, string Label)
{
    // Starts are stored to the millisecond at worst; one more and the oldest start is out of the period in any store.
    private static readonly Duration Grain = Duration.FromMilliseconds(1);

    /// <summary>A start exactly one period ago still counts.</summary>
    /// <param name="starts">Newest first.</param>
    public Verdict Ask(IReadOnlyList<Instant>? starts, string reason, Instant at)
    {
        if (starts is null || starts.Count < Most)
            return Verdict.Always;
        var free = starts[Most - 1] + Period + Grain;
        return free > at ? Verdict.NotBefore(free, reason, Label) : Verdict.Always;
    }

    /// <summary>What the start must re-check at <paramref name="now"/>.</summary>
    public LimitDemand Demand(string key, Instant now) => new(new LimitKey(Scope, key), Most, now - Period);
}
