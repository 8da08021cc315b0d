using NodaTime;

namespace Herald.Core.Engagements;

/// <summary>Operating hours of a queue. No weekly entry = open day and night.</summary>
public sealed record OpeningHours(IReadOnlyList<WeeklyHours> Weekly, IReadOnlyList<DateInterval> ClosedDates, string Zone)
{
    public static readonly OpeningHours Always = new([], [], "UTC");
}
