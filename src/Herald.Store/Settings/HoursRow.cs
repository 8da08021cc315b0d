using System.Globalization;
using Herald.Core.Engagements;
using Herald.Store.Statements;
using NodaTime;
using NodaTime.Text;

namespace Herald.Store.Settings;

/// <summary>Operating hours of a queue: the rules of its calendar, else one span every day.</summary>
internal static class HoursRow
{
    private const int Skip = 1;
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly IsoDayOfWeek[] EveryDay = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    public static (Guid Queue, OpeningHours Hours) Read(ISqlRow row, ILookup<Guid, CalendarRule> rules)
    {
        var zone = row.TextOrNull(4) is { Length: > 0 } name ? name : "UTC";
        var own = Guid.TryParse(row.TextOrNull(5), out var calendar) ? rules[calendar].ToList() : [];
        var open = own.Where(rule => rule.Extent != Skip).Select(WeeklyOf).OfType<WeeklyHours>().ToList();
        var closed = own.Where(rule => rule.Extent == Skip).Select(ClosedOf).OfType<DateInterval>().ToList();
        if (open.Count == 0 && Parse(row.TextOrNull(2)) is { } start && Parse(row.TextOrNull(3)) is { } end)
            open.Add(new WeeklyHours(EveryDay, start, end));
        return (row.Id(0), new OpeningHours(open, closed, zone));
    }

    public static (Guid Calendar, CalendarRule Rule) ReadRule(ISqlRow row) =>
        (row.Id(0), new CalendarRule(row.TextOrNull(1), row.IntOrNull(2), row.TextOrNull(3), row.IntOrNull(4), row.AtOrNull(5), row.AtOrNull(6)));

    // iCalendar recurrence (RFC 5545, 3.3.10); of it only BYDAY is used here.
    private static WeeklyHours? WeeklyOf(CalendarRule rule)
    {
        if (Parse(rule.Start) is not { } start || rule.Minutes is not > 0)
            return null;
        var part = (rule.Pattern ?? "").Split(';').FirstOrDefault(text => text.StartsWith("BYDAY=", StringComparison.OrdinalIgnoreCase));
        var days = part is null ? EveryDay : [.. part[6..].Split(',').Select(day => Array.IndexOf(Days, day.Trim().ToUpperInvariant()) + 1).Where(day => day > 0).Select(day => (IsoDayOfWeek)day)];
        return days.Length == 0 ? null : new WeeklyHours(days, start, start.PlusMinutes(Math.Min(rule.Minutes.Value, 24 * 60)));
    }

    private static DateInterval? ClosedOf(CalendarRule rule) => rule.From is not { } from
        ? null
        : new DateInterval(from.InUtc().Date, LocalDate.Max(from.InUtc().Date, (rule.Until ?? from).InUtc().Date));

    // "HH:mm", or an ISO instant whose time of day counts.
    private static LocalTime? Parse(string? text)
    {
        if (text is null)
            return null;
        if (Time.Parse(text).TryGetValue(default, out var time))
            return time;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? LocalTime.FromTicksSinceMidnight(at.TimeOfDay.Ticks) : null;
    }
}
