using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Eligibility.Regulations;

/// <summary>One dated, cited rule of a regulation preset. Of its parts any may be empty.</summary>
/// <param name="Citation">Where the number stands.</param>
/// <param name="Verified">The number was read in the cited text or a current summary of it; false is shown in every trace.</param>
/// <param name="From">First day in force, as a UTC date; null = not known, taken as always.</param>
/// <param name="To">First day no longer in force; null = open.</param>
public sealed record PresetClause(string Citation, bool Verified, LocalDate? From, LocalDate? To = null)
{
    /// <summary>Local hours in which a person may be contacted; empty = the clause says nothing of hours.</summary>
    public IReadOnlyList<WeeklyHours> Hours { get; init; } = [];

    /// <summary>Local dates on which nobody may be contacted.</summary>
    public IReadOnlyList<DateInterval> ClosedDates { get; init; } = [];

    public PresetCap? Cap { get; init; }

    public PresetPause? Pause { get; init; }

    /// <summary>Preset and citation, as the trace names the deciding rule.</summary>
    internal string Label { get; init; } = Citation;

    internal bool InForce(Instant at) => FromInstant <= at && at < ToInstant;

    internal Instant FromInstant { get; } = From is { } from ? from.AtMidnight().InUtc().ToInstant() : Instant.MinValue;

    internal Instant ToInstant { get; } = To is { } to ? to.AtMidnight().InUtc().ToInstant() : Instant.MaxValue;
}
