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

    public static IReadOnlyList<DateInterval> Spain { get; } = Dates(
        "2026-01-01 2026-01-06 2026-04-03 2026-05-01 2026-08-15 2026-10-12 2026-11-01 2026-12-06 2026-12-08 2026-12-25 "
        + "2027-01-01 2027-01-06 2027-03-26 2027-05-01 2027-08-15 2027-10-12 2027-11-01 2027-12-06 2027-12-08 2027-12-25");

    /// <summary>With 4 October, a holiday again from 2026.</summary>
    public static IReadOnlyList<DateInterval> Italy { get; } = Dates(
        "2026-01-01 2026-01-06 2026-04-05 2026-04-06 2026-04-25 2026-05-01 2026-06-02 2026-08-15 2026-10-04 2026-11-01 2026-12-08 2026-12-25 2026-12-26 "
        + "2027-01-01 2027-01-06 2027-03-28 2027-03-29 2027-04-25 2027-05-01 2027-06-02 2027-08-15 2027-10-04 2027-11-01 2027-12-08 2027-12-25 2027-12-26");

    /// <summary>5 U.S.C. 6103, the day itself and the day it is observed on.</summary>
    private const string Federal =
        "2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-07-04 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25 "
        + "2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-06-19 2027-07-04 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24 2027-12-25 2027-12-31";

    /// <summary>With Mardi Gras, Confederate Memorial Day and Jefferson Davis' birthday (Ala. Code 1-3-8).</summary>
    public static IReadOnlyList<DateInterval> Alabama { get; } = Dates(Federal + " 2026-02-17 2026-04-27 2026-06-01 2027-02-09 2027-04-26 2027-06-07");

    /// <summary>With Mardi Gras, Good Friday, All Saints' Day and the general election (La. R.S. 1:55).</summary>
    public static IReadOnlyList<DateInterval> Louisiana { get; } = Dates(Federal + " 2026-02-17 2026-04-03 2026-11-01 2026-11-03 2027-02-09 2027-03-26 2027-11-01");

    /// <summary>With Victory Day and the general election (R.I. Gen. Laws 25-1-1).</summary>
    public static IReadOnlyList<DateInterval> RhodeIsland { get; } = Dates(Federal + " 2026-08-10 2026-11-03 2027-08-09");

    /// <summary>With Good Friday, Flag Day and the election days (44 P.S. 11).</summary>
    public static IReadOnlyList<DateInterval> Pennsylvania { get; } = Dates(Federal + " 2026-04-03 2026-05-19 2026-06-14 2026-11-03 2027-03-26 2027-05-18 2027-06-14 2027-11-02");

    private static DateInterval[] Dates(string text) =>
        [.. text.Split(' ').Select(date => LocalDatePattern.Iso.Parse(date).Value).Select(date => new DateInterval(date, date))];
}
