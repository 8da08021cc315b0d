using CsCheck;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Tests.Eligibility;

/// <summary>Generators that aim where local time is difficult: zone changes, midnights, ends of ranges.</summary>
internal static class Edges
{
    private static readonly Instant From = Instant.FromUtc(1985, 1, 1, 0, 0);
    private static readonly Instant To = Instant.FromUtc(2038, 1, 1, 0, 0);

    /// <summary>Every change of every zone of the tzdb in fifty years.</summary>
    private static readonly (DateTimeZone Zone, Instant Change)[] Changes =
    [
        .. AllZones().SelectMany(zone =>
            zone.GetZoneIntervals(From, To).Skip(1).Select(interval => (zone, interval.Start))),
    ];

    private static readonly DateTimeZone[] Zones = [.. AllZones()];

    public static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static IEnumerable<DateTimeZone> AllZones() => DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]);

    private static readonly Gen<Duration> Nearby = Gen.OneOf(
        Gen.Int[-5, 5].Select(seconds => Duration.FromSeconds(seconds)),
        Gen.Int[-10, 10].Select(halfHours => Duration.FromMinutes(30 * halfHours)),
        Gen.Int[-100_000, 100_000].Select(seconds => Duration.FromSeconds(seconds)),
        Gen.Int[-3_000, 3_000].Select(milliseconds => Duration.FromMilliseconds(milliseconds)));

    /// <summary>A zone and an instant: near one of its changes, near one of its midnights, or anywhere.</summary>
    public static readonly Gen<(DateTimeZone Zone, Instant At)> ZonedMoment = Gen.Frequency(
        (6, Gen.Select(Gen.Int[0, Changes.Length - 1], Nearby, (i, near) => (Changes[i].Zone, Changes[i].Change + near))),
        (3, Gen.Select(Pick(Zones), Gen.Int[0, 18_000], Nearby, (zone, day, near) =>
            (zone, zone.AtStartOfDay(new LocalDate(1985, 1, 1).PlusDays(day)).ToInstant() + near))),
        (1, Gen.Select(Pick(Zones), Gen.Long[0, (long)(To - From).TotalSeconds], (zone, seconds) => (zone, From + Duration.FromSeconds(seconds)))));

    public static readonly Gen<LocalTime> WallTime = Gen.OneOf(
        Gen.Int[0, 23].Select(hour => new LocalTime(hour, 0)),
        Gen.Int[0, 47].Select(half => new LocalTime(half / 2, half % 2 * 30)),
        Gen.Int[0, 1_439].Select(minute => LocalTime.FromMinutesSinceMidnight(minute)));

    public static readonly Gen<IReadOnlyList<IsoDayOfWeek>> Days = Gen.OneOf(
        Gen.Const((IReadOnlyList<IsoDayOfWeek>)[.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)]),
        Gen.Int[1, 127].Select(bits => (IReadOnlyList<IsoDayOfWeek>)[.. Enumerable.Range(0, 7).Where(day => (bits >> day & 1) == 1).Select(day => (IsoDayOfWeek)(day + 1))]));

    public static readonly Gen<IReadOnlyList<WeeklyHours>> Weekly =
        Gen.Select(Days, WallTime, WallTime, (days, start, end) => new WeeklyHours(days, start, end)).List[0, 4].Select(list => (IReadOnlyList<WeeklyHours>)list);

    /// <summary>Whole dates around a date.</summary>
    public static Gen<IReadOnlyList<DateInterval>> DatesNear(LocalDate date) =>
        Gen.Select(Gen.Int[-3, 6], Gen.Int[0, 2], (offset, length) => new DateInterval(date.PlusDays(offset), date.PlusDays(offset + length)))
            .List[0, 2].Select(list => (IReadOnlyList<DateInterval>)list);
}
