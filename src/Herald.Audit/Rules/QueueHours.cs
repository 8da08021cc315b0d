using System.Globalization;
using Herald.Audit.Settings;
using NodaTime;
using NodaTime.Text;

namespace Herald.Audit.Rules;

/// <summary>When the queue behind an engagement is open. No open hours at all = always.</summary>
internal sealed record QueueHours(IReadOnlyList<Hours> Open, IReadOnlyList<Dates> Closed, string Zone)
{
    private const int Skip = 1;
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly IsoDayOfWeek[] EveryDay = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    public bool Forbid(LocalDateTime local) => (Open.Count > 0 && !Hours.AnyHolds(Open, local)) || Dates.AnyHolds(Closed, local);

    /// <returns>Null: the queue has no hours, or is not there.</returns>
    public static QueueHours? Of(SettingsHistory settings, Guid queue, long at)
    {
        if (!settings.TryFind(SettingsHistory.Queues, queue, at, out var row) || row is not { IsActive: true } || row.Id("operatinghourid") is not { } id
            || !settings.TryFind(SettingsHistory.OperatingHours, id, at, out var hours) || hours is not { IsActive: true })
            return null;
        var rules = hours.Id("calendarid") is { } calendar
            ? settings.RowsAt(SettingsHistory.CalendarRules, at).Select(rule => rule.Row).OfType<SettingRow>().Where(rule => rule.Id("calendarid") == calendar).ToList()
            : [];
        var open = rules.Where(rule => rule.Number("extentcode") != Skip).Select(OpenOf).OfType<Hours>().ToList();
        var closed = rules.Where(rule => rule.Number("extentcode") == Skip).Select(ClosedOf).OfType<Dates>().ToList();
        if (open.Count == 0 && Time(hours.Text("starttimestring")) is { } start && Time(hours.Text("endtimestring")) is { } end)
            open.Add(new Hours(EveryDay, start, end));
        return new QueueHours(open, closed, hours.Text("timezone") ?? "UTC");
    }

    // iCalendar recurrence (RFC 5545, 3.3.10); of it only BYDAY is used here.
    private static Hours? OpenOf(SettingRow rule)
    {
        if (Time(rule.Text("starttime")) is not { } start || rule.Number("duration") is not { } minutes || minutes <= 0)
            return null;
        var part = rule.Text("pattern")?.Split(';').FirstOrDefault(text => text.StartsWith("BYDAY=", StringComparison.OrdinalIgnoreCase));
        IsoDayOfWeek[] days = part is null ? EveryDay
            : [.. part[6..].Split(',').Select(day => (IsoDayOfWeek)(Array.IndexOf(Days, day.Trim().ToUpperInvariant()) + 1)).Where(day => day != IsoDayOfWeek.None)];
        return days.Length == 0 ? null : new Hours(days, start, start.PlusMinutes(Math.Min(minutes, 24 * 60)));
    }

    private static Dates? ClosedOf(SettingRow rule)
    {
        if (rule.Number("effectiveintervalstart") is not { } start)
            return null;
        var from = Instant.FromUnixTimeMilliseconds(start).InUtc().Date;
        return new Dates(from, LocalDate.Max(from, Instant.FromUnixTimeMilliseconds(rule.Number("effectiveintervalend") ?? start).InUtc().Date));
    }

    // "HH:mm", or an ISO instant whose time of day counts.
    private static LocalTime? Time(string? text)
    {
        if (text is null)
            return null;
        if (LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).TryGetValue(default, out var time))
            return time;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? LocalTime.FromTicksSinceMidnight(at.TimeOfDay.Ticks) : null;
    }
}
