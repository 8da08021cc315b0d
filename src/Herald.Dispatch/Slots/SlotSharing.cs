using Herald.Core.Engagements;

namespace Herald.Dispatch.Slots;

/// <summary>Slots of one profile between its engagements: Critical, High, Normal strictly; equal ones in turn.</summary>
internal static class SlotSharing
{
    /// <param name="wants">Wanted slots by priority; the ones of equal priority in order of their turn, the longest unserved first.</param>
    /// <returns>As many numbers as <paramref name="wants"/>; their sum is at most <paramref name="free"/>.</returns>
    public static int[] Share(int free, IReadOnlyList<(EngagementPriority Priority, int Want)> wants)
    {
        var shares = new int[wants.Count];
        foreach (var tier in Enumerable.Range(0, wants.Count).Where(i => wants[i].Want > 0).GroupBy(i => wants[i].Priority).OrderBy(g => g.Key))
        {
            var open = tier.ToList();
            while (free > 0 && open.Count > 0)
            {
                // An equal part each; what does not divide goes one by one in order of turn.
                var part = Math.Max(1, free / open.Count);
                foreach (var i in open.ToArray())
                {
                    var given = Math.Min(Math.Min(part, wants[i].Want - shares[i]), free);
                    shares[i] += given;
                    free -= given;
                    if (shares[i] == wants[i].Want)
                        open.Remove(i);
                    if (free == 0)
                        break;
                }
            }
        }

        return shares;
    }
}
