using NodaTime;

namespace Herald.Core.Engagements;

/// <summary>When a number type must not be contacted, in local time: weekly ranges and whole dates (both ends included).</summary>
public sealed record QuietTimes(IReadOnlyList<WeeklyHours> Weekly, IReadOnlyList<DateInterval> Dates)
{
    public static readonly QuietTimes None = new([], []);
}
