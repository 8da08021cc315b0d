using Herald.Core.Deliveries;
using Herald.Core.Engagements;

namespace Herald.Core.Ordering;

/// <summary>The call order as one number: lower is sooner, equal ranks go by row order.</summary>
public static class Rank
{
    /// <param name="window">The window the attempt would start in.</param>
    /// <param name="reattempt">Not the first attempt of its task.</param>
    public static long Of(Engagement engagement, DeliveryTask task, Window window, bool reattempt) =>
        window.End.ToUnixTimeMilliseconds();
}
