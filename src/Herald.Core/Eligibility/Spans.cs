using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>Disjoint half-open spans of ticks in order; touching ones are merged.</summary>
internal sealed class Spans
{
    public const long Day = NodaConstants.TicksPerDay;
    public const long Week = 7 * Day;

    public static readonly Spans None = new([], []);

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly long[] starts;
    private readonly long[] ends;

    private Spans(long[] starts, long[] ends) => (this.starts, this.ends) = (starts, ends);

    public int Count => starts.Length;

    public long First => starts[0];

    public bool Covers(long start, long end) => starts.Length == 1 && starts[0] <= start && ends[0] >= end;

    /// <summary>Whether a span holds <paramref name="at"/>; its end, or the start of the next (<see cref="long.MaxValue"/> = none).</summary>
    public bool Find(long at, out long end)
    {
        var i = Array.BinarySearch(starts, at);
        i = i >= 0 ? i : ~i - 1;
        if (i >= 0 && at < ends[i])
        {
            end = ends[i];
            return true;
        }

        end = i + 1 < starts.Length ? starts[i + 1] : long.MaxValue;
        return false;
    }

    /// <summary>What of <c>[0, whole)</c> is in no span.</summary>
    public Spans Complement(long whole)
    {
        var rest = new List<(long, long)>();
        var from = 0L;
        for (var i = 0; i < starts.Length; i++)
        {
            if (starts[i] > from)
                rest.Add((from, starts[i]));
            from = ends[i];
        }

        if (from < whole)
            rest.Add((from, whole));
        return Merged(rest);
    }

    /// <summary>Ticks from Monday midnight; what runs over Sunday midnight continues on Monday.</summary>
    public static Spans OfWeek(IReadOnlyList<WeeklyHours> hours)
    {
        var spans = new List<(long, long)>();
        foreach (var range in hours)
        {
            foreach (var day in range.Days.Where(day => day != IsoDayOfWeek.None))
            {
                var midnight = ((int)day - 1) * Day;
                var start = midnight + range.Start.TickOfDay;
                var end = midnight + range.End.TickOfDay + (range.End <= range.Start ? Day : 0);
                spans.Add((start, Math.Min(end, Week)));
                if (end > Week)
                    spans.Add((0, end - Week));
            }
        }

        return Merged(spans);
    }

    /// <summary>Local ticks from 1970-01-01; both ends of an interval are whole days of it.</summary>
    public static Spans OfDates(IReadOnlyList<DateInterval> dates)
    {
        var spans = new List<(long, long)>(dates.Count);
        foreach (var interval in dates)
            spans.Add((DaysTo(interval.Start) * Day, (DaysTo(interval.End) + 1) * Day));
        return Merged(spans);
    }

    private static long DaysTo(LocalDate date) => Period.DaysBetween(Epoch, date.WithCalendar(CalendarSystem.Iso));

    private static Spans Merged(List<(long Start, long End)> spans)
    {
        if (spans.Count == 0)
            return None;
        spans.Sort();
        var merged = new List<(long Start, long End)> { spans[0] };
        foreach (var (start, end) in spans)
        {
            if (start <= merged[^1].End)
                merged[^1] = (merged[^1].Start, Math.Max(end, merged[^1].End));
            else
                merged.Add((start, end));
        }

        return new Spans([.. merged.Select(span => span.Start)], [.. merged.Select(span => span.End)]);
    }
}
