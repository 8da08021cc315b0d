using NodaTime;
using NodaTime.Text;

namespace Herald.Core.Eligibility.Regulations;

/// <summary>Dated holiday lists, 2026 and 2027; later years are to be added here before they begin.</summary>
internal static class Holidays
{
    public static IReadOnlyList<DateInterval> France { get; } = Dates(
        "2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01 2026-11-11 2026-12-25 "
        + "2027-01-01 2027-03-29 2027-05-01 2027-05-06 2027-05-08 2027-05-17 2027-07-14 2027-08-15 2027-11-01 2027-11-11 2027-12-25");

    /// <summary>National ones and their substitute days.</summary>
    public static IReadOnlyList<DateInterval> Australia { get; } = Dates(
        "2026-01-01 2026-01-26 2026-04-03 2026-04-06 2026-04-25 2026-04-27 2026-12-25 2026-12-26 2026-12-28 "
        + "2027-01-01 2027-01-26 2027-03-26 2027-03-29 2027-04-25 2027-04-26 2027-12-25 2027-12-26 2027-12-27 2027-12-28");

    private static DateInterval[] Dates(string text) =>
        [.. text.Split(' ').Select(date => LocalDatePattern.Iso.Parse(date).Value).Select(date => new DateInterval(date, date))];
}
