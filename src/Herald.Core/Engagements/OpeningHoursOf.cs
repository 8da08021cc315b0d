using NodaTime;

namespace Herald.Core.Engagements;

/// <summary>Makes opening hours from what queues refer to.</summary>
public static class OpeningHoursOf
{
    private const int MinutesPerDay = 24 * 60;

    /// <summary>The same hours every day.</summary>
    public static OpeningHours EveryDay(LocalTime start, LocalTime end, string zone) => new([new WeeklyHours(AllDays, start, end)], [], zone);

    /// <summary>
    /// Weekly spans and skipped dates of a calendar. A weekly rule that is not in force on <paramref name="today"/> is left out;
    /// a calendar whose rules leave nothing open is closed on every day, not open on all.
    /// </summary>
    public static OpeningHours Calendar(IReadOnlyList<CalendarRule> rules, string zone, LocalDate today)
    {
        var weekly = rules
            .Where(rule => !rule.Skip && rule.Minutes > 0 && !string.IsNullOrEmpty(rule.Pattern) && InForce(rule, today))
            .Select(rule => new WeeklyHours(DaysOf(rule.Pattern!), rule.Start, End(rule)))
            .ToList();
        var closed = rules
            .Where(rule => rule is { Skip: true, From: not null })
            .Select(rule => new DateInterval(rule.From!.Value, rule.To is { } to && to > rule.From.Value ? to : rule.From.Value))
            .ToList();
        return weekly.Count > 0 || rules.Count == 0
            ? new OpeningHours(weekly, closed, zone)
            : new OpeningHours([], [new DateInterval(LocalDate.MinIsoValue, LocalDate.MaxIsoValue)], zone);
    }

    private static readonly IReadOnlyList<IsoDayOfWeek> AllDays = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    private static bool InForce(CalendarRule rule, LocalDate today) =>
        (rule.From is null || rule.From <= today) && (rule.To is null || today <= rule.To);

    private static LocalTime End(CalendarRule rule) => rule.Minutes >= MinutesPerDay ? rule.Start : rule.Start.PlusMinutes(rule.Minutes);

    private static IReadOnlyList<IsoDayOfWeek> DaysOf(string pattern)
    {
        const string Key = "BYDAY=";
        var at = pattern.IndexOf(Key, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return AllDays;
        var list = pattern[(at + Key.Length)..].Split(';')[0];
        return [.. list.Split(',', StringSplitOptions.TrimEntries).Select(DayNames.Find).OfType<IsoDayOfWeek>()];
    }
}
