using NodaTime;

namespace Herald.Core.Eligibility.Regulations;

/// <summary>A regulation preset: the outbound rules of one jurisdiction as dated data. Engineering input, not legal advice.</summary>
/// <param name="Name">As engagements name it, e.g. <c>us-fl</c>.</param>
public sealed record Preset(string Name, string Title, IReadOnlyList<PresetClause> Clauses)
{
    /// <summary>Shortest ring before an unanswered call may be dropped; null = not stated.</summary>
    public Duration? MinimumRing { get; init; }

    /// <summary>Share of answered calls that may be abandoned, 0..1; null = not stated.</summary>
    public double? AbandonmentCeiling { get; init; }
}
