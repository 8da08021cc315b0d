using Herald.Core.Engagements;

namespace Herald.Core.Pacing;

/// <summary>Divides slots between engagements: Critical before High before Normal, strictly; equal ones get one slot each in turn.</summary>
public static class Sharing
{
    private static readonly EngagementPriority[] Order = [EngagementPriority.Critical, EngagementPriority.High, EngagementPriority.Normal];

    /// <param name="claims">One per engagement.</param>
    /// <param name="turn">What the last call returned.</param>
    /// <returns>Slots by engagement (those with none are absent), never more than wanted and never more in sum than <paramref name="slots"/>; the next turn.</returns>
    public static (IReadOnlyDictionary<Guid, int> Granted, Turn Turn) Divide(int slots, IReadOnlyList<Claim> claims, Turn turn)
    {
        var granted = new Dictionary<Guid, int>();
        foreach (var priority in Order)
        {
            if (slots <= 0)
                break;
            var equals = claims.Where(claim => claim.Priority == priority && claim.Wanted > 0).OrderBy(claim => claim.EngagementId).ToArray();
            if (equals.Length > 0)
                (slots, turn) = Deal(slots, equals, priority, turn, granted);
        }

        return (granted, turn);
    }

    // Whole rounds at once, then one by one from the turn on: slots may be many, claims are few.
    private static (int Left, Turn Turn) Deal(int slots, Claim[] equals, EngagementPriority priority, Turn turn, Dictionary<Guid, int> granted)
    {
        var start = FirstAfter(equals, turn.LastOf(priority));
        while (slots > 0)
        {
            var open = equals.Count(claim => Open(claim, granted) > 0);
            if (open == 0)
                break;
            var rounds = Math.Max(1, Math.Min(slots / open, equals.Where(claim => Open(claim, granted) > 0).Min(claim => Open(claim, granted))));
            for (var i = 0; i < equals.Length && slots > 0; i++)
            {
                var claim = equals[(start + i) % equals.Length];
                var share = Math.Min(Math.Min(rounds, Open(claim, granted)), slots);
                if (share == 0)
                    continue;
                granted[claim.EngagementId] = granted.GetValueOrDefault(claim.EngagementId) + share;
                slots -= share;
                turn = turn.With(priority, claim.EngagementId);
            }

            start = FirstAfter(equals, turn.LastOf(priority));
        }

        return (slots, turn);
    }

    private static int FirstAfter(Claim[] equals, Guid last)
    {
        var first = Array.FindIndex(equals, claim => claim.EngagementId.CompareTo(last) > 0);
        return first < 0 ? 0 : first;
    }

    private static int Open(Claim claim, Dictionary<Guid, int> granted) => claim.Wanted - granted.GetValueOrDefault(claim.EngagementId);
}
