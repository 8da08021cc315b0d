namespace Herald.WebApi.Query;

/// <summary>
/// The query functions of the product (Web API query function reference). Days are UTC days; a week starts on Sunday.
/// LastX includes what has passed of the running unit, NextX reaches to the end of the X-th unit, as the product documents.
/// </summary>
internal static class QueryFunctions
{
    public static readonly IReadOnlyList<QueryFunction> All =
    [
        new("In", QueryArgument.Several), new("NotIn", QueryArgument.Several),
        new("Between", QueryArgument.Several), new("NotBetween", QueryArgument.Several),
        new("ContainValues", QueryArgument.Several), new("DoesNotContainValues", QueryArgument.Several),
        new("On", QueryArgument.One), new("NotOn", QueryArgument.One), new("OnOrAfter", QueryArgument.One), new("OnOrBefore", QueryArgument.One),
        Dates("Today", now => now.Date, now => now.Date.AddDays(1)),
        Dates("Yesterday", now => now.Date.AddDays(-1), now => now.Date),
        Dates("Tomorrow", now => now.Date.AddDays(1), now => now.Date.AddDays(2)),
        Dates("Last7Days", now => now.Date.AddDays(-7), now => now),
        Dates("Next7Days", now => now, now => now.Date.AddDays(8)),
        Dates("ThisWeek", Week, now => Week(now).AddDays(7)),
        Dates("LastWeek", now => Week(now).AddDays(-7), Week),
        Dates("NextWeek", now => Week(now).AddDays(7), now => Week(now).AddDays(14)),
        Dates("ThisMonth", Month, now => Month(now).AddMonths(1)),
        Dates("LastMonth", now => Month(now).AddMonths(-1), Month),
        Dates("NextMonth", now => Month(now).AddMonths(1), now => Month(now).AddMonths(2)),
        Dates("ThisYear", Year, now => Year(now).AddYears(1)),
        Dates("LastYear", now => Year(now).AddYears(-1), Year),
        Dates("NextYear", now => Year(now).AddYears(1), now => Year(now).AddYears(2)),
        Counted("LastXHours", (now, x) => (Hour(now).AddHours(-x), now)),
        Counted("NextXHours", (now, x) => (now, Hour(now).AddHours(x + 1))),
        Counted("LastXDays", (now, x) => (now.Date.AddDays(-x), now)),
        Counted("NextXDays", (now, x) => (now, now.Date.AddDays(x + 1))),
        Counted("LastXWeeks", (now, x) => (now.Date.AddDays(-7 * x), now)),
        Counted("NextXWeeks", (now, x) => (now, now.Date.AddDays((7 * x) + 1))),
        Counted("LastXMonths", (now, x) => (now.Date.AddMonths(-x), now)),
        Counted("NextXMonths", (now, x) => (now, now.Date.AddMonths(x).AddDays(1))),
        Counted("LastXYears", (now, x) => (now.Date.AddYears(-x), now)),
        Counted("NextXYears", (now, x) => (now, now.Date.AddYears(x).AddDays(1))),
        Counted("OlderThanXMinutes", (now, x) => (DateTime.MinValue, now.AddMinutes(-x))),
        Counted("OlderThanXHours", (now, x) => (DateTime.MinValue, now.AddHours(-x))),
        Counted("OlderThanXDays", (now, x) => (DateTime.MinValue, now.AddDays(-x))),
        Counted("OlderThanXWeeks", (now, x) => (DateTime.MinValue, now.AddDays(-7 * x))),
        Counted("OlderThanXMonths", (now, x) => (DateTime.MinValue, now.AddMonths(-x))),
        Counted("OlderThanXYears", (now, x) => (DateTime.MinValue, now.AddYears(-x))),
    ];

    private static readonly Dictionary<string, QueryFunction> ByName = All.ToDictionary(f => f.Name, StringComparer.Ordinal);

    public static QueryFunction? Find(string name) => ByName.GetValueOrDefault(name);

    private static QueryFunction Dates(string name, Func<DateTime, DateTime> from, Func<DateTime, DateTime> to) =>
        new(name, QueryArgument.None, (now, _) => (from(now), to(now)));

    private static QueryFunction Counted(string name, Func<DateTime, int, (DateTime, DateTime)> range) => new(name, QueryArgument.Number, range);

    private static DateTime Hour(DateTime now) => now.Date.AddHours(now.Hour);
    private static DateTime Week(DateTime now) => now.Date.AddDays(-(int)now.DayOfWeek);
    private static DateTime Month(DateTime now) => new(now.Year, now.Month, 1, 0, 0, 0, DateTimeKind.Utc);
    private static DateTime Year(DateTime now) => new(now.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
}
