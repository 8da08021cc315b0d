using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>
/// The local moments at which something is forbidden: weekly ranges and whole dates, merged once and asked often.
/// An instant is forbidden when what its zone's wall clock shows is in a range. So both readings of an hour that happens
/// twice are forbidden, a range that begins or ends in a gap begins or ends with it, and an hour that never happens forbids nothing.
/// </summary>
internal sealed class LocalCalendar
{
    // 1970-01-01 was a Thursday; weeks begin on Monday.
    private const long EpochInWeek = 3 * Spans.Day;

    // More pieces than years of ranges have; a caller that meets it asks again from there.
    private const int MostPieces = 2_000;

    private readonly Spans weekly;
    private readonly Spans dates;

    private LocalCalendar(Spans weekly, Spans dates) => (this.weekly, this.dates) = (weekly, dates);

    public bool IsEmpty => weekly.Count == 0 && dates.Count == 0;

    private bool IsWhole => weekly.Covers(0, Spans.Week);

    /// <summary>Forbidden in these hours and on these dates.</summary>
    public static LocalCalendar Forbidding(IReadOnlyList<WeeklyHours> hours, IReadOnlyList<DateInterval> dates) =>
        new(Spans.OfWeek(hours), Spans.OfDates(dates));

    /// <summary>Forbidden outside these hours (none = no hour is) and on these dates.</summary>
    public static LocalCalendar Allowing(IReadOnlyList<WeeklyHours> hours, IReadOnlyList<DateInterval> closed) =>
        new(hours.Count == 0 ? Spans.None : Spans.OfWeek(hours).Complement(Spans.Week), Spans.OfDates(closed));

    /// <summary>Whether <paramref name="at"/> is forbidden, and until when that stays so; at or after <paramref name="horizon"/> means "past it".</summary>
    public bool Forbids(Instant at, DateTimeZone zone, Instant horizon, out Instant until)
    {
        until = Instant.MaxValue;
        if (IsEmpty)
            return false;
        if (IsWhole)
            return true;

        var interval = zone.GetZoneInterval(at);
        var offset = interval.WallOffset.Ticks;
        var local = at.ToUnixTimeTicks() + offset;
        var stop = horizon.ToUnixTimeTicks();
        var first = Piece(local, out var next);
        for (var pieces = 1; pieces < MostPieces; pieces++)
        {
            var zoneEnd = interval.HasEnd ? interval.End.ToUnixTimeTicks() + offset : long.MaxValue;
            if (next < zoneEnd)
            {
                local = next;
            }
            else if (interval.HasEnd)
            {
                interval = zone.GetZoneInterval(interval.End);
                offset = interval.WallOffset.Ticks;
                local = interval.Start.ToUnixTimeTicks() + offset;
            }
            else
            {
                return first;
            }

            if (local - offset >= stop || Piece(local, out next) != first)
                break;
        }

        until = AtTicks(local - offset);
        return first;
    }

    private bool Piece(long local, out long end)
    {
        var inWeek = Modulo(local + EpochInWeek, Spans.Week);
        var weeklyHit = weekly.Find(inWeek, out var weeklyEnd);
        // An open week runs into the first range of the next one.
        var weekEnd = weeklyEnd == long.MaxValue
            ? weekly.Count == 0 ? long.MaxValue : local - inWeek + Spans.Week + weekly.First
            : local - inWeek + weeklyEnd;
        var dateHit = dates.Find(local, out var dateEnd);
        end = (weeklyHit, dateHit) switch
        {
            (true, true) => Math.Max(weekEnd, dateEnd),
            (true, false) => weekEnd,
            (false, true) => dateEnd,
            _ => Math.Min(weekEnd, dateEnd),
        };
        return weeklyHit || dateHit;
    }

    private static long Modulo(long value, long by) => ((value % by) + by) % by;

    private static Instant AtTicks(long ticks) =>
        ticks >= Instant.MaxValue.ToUnixTimeTicks() ? Instant.MaxValue : Instant.FromUnixTimeTicks(ticks);
}
