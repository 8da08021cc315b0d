using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Ordering;

/// <summary>
/// The call order as one number: lower is sooner, equal ranks go by row order. Never negative.
/// Bit 61: retry tier. Bit 60: no readable priority. Bits 0–59: the order's own key.
/// </summary>
public static class Rank
{
    private const long Tier = 1L << 61;
    private const long Unreadable = 1L << 60;
    private const long LastKey = Unreadable - 1;

    /// <param name="window">The window the attempt would start in.</param>
    /// <param name="reattempt">Not the first attempt of its task.</param>
    public static long Of(Engagement engagement, DeliveryTask task, Window window, bool reattempt) =>
        TierOf(engagement.RetryPriority, reattempt) | KeyOf(engagement.CallOrder, task, window);

    private static long TierOf(RetryPriority mode, bool reattempt) => mode switch
    {
        RetryPriority.Lower => reattempt ? Tier : 0,
        RetryPriority.Higher => reattempt ? 0 : Tier,
        _ => 0,
    };

    private static long KeyOf(CallOrder order, DeliveryTask task, Window window) => order switch
    {
        CallOrder.FirstInFirstOut => Micros(task.AcceptedAt),
        CallOrder.LastInFirstOut => LastKey - Micros(task.AcceptedAt),
        CallOrder.CustomAscending => Custom(task, descending: false),
        CallOrder.CustomDescending => Custom(task, descending: true),
        _ => Micros(window.End),
    };

    // A priority that is missing or unreadable: after all others, first in first out. First generation tasks have none (documented).
    private static long Custom(DeliveryTask task, bool descending)
    {
        if (task.Intake == IntakeKind.FirstGeneration || !PriorityText.TryRead(task.Priority, out var priority))
            return Unreadable | Micros(task.AcceptedAt);
        var key = Ordered(priority);
        return descending ? LastKey - key : key;
    }

    // Microseconds up to the year 9999 fit into 58 bits (ticks would not); what lies before 1970 comes first.
    private static long Micros(Instant at) => Math.Max(0, at.ToUnixTimeTicks()) / 10;

    /// <summary>The bits of a double in its order: 48 bits of precision are left, so whole numbers below 2^48 and dates to the millisecond are exact.</summary>
    private static long Ordered(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value == 0 ? 0.0 : value);
        var ordered = bits < 0 ? ~(ulong)bits : (ulong)bits | (1UL << 63);
        return (long)(ordered >> 4);
    }
}
