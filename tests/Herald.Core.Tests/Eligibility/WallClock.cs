using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Tests.Eligibility;

/// <summary>The naive oracle: reads the wall clock at one instant and looks through the ranges. Shares nothing with the rules.</summary>
internal static class WallClock
{
    public static bool Shows(IReadOnlyList<WeeklyHours> hours, DateTimeZone zone, Instant at)
    {
        var local = at.InZone(zone).LocalDateTime;
        return hours.Any(range => range.Days.Any(day =>
            range.Start < range.End
                ? local.DayOfWeek == day && range.Start <= local.TimeOfDay && local.TimeOfDay < range.End
                : (local.DayOfWeek == day && local.TimeOfDay >= range.Start)
                    || (local.Date.PlusDays(-1).DayOfWeek == day && local.TimeOfDay < range.End)));
    }

    public static bool Shows(IReadOnlyList<DateInterval> dates, DateTimeZone zone, Instant at) =>
        dates.Any(interval => interval.Contains(at.InZone(zone).Date));
}
