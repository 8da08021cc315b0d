using NodaTime;

namespace Herald.Audit.Rules;

/// <summary>One dated rule of a preset, as the auditor knows it.</summary>
/// <param name="From">Unix milliseconds; <see cref="long.MinValue"/> = always.</param>
/// <param name="Most">With <paramref name="Days"/>: at most so many starts in so many times 24 h; 0 = no such rule.</param>
/// <param name="PauseDays">No contact for so many days after a conversation, its day the first; 0 = no such rule.</param>
internal sealed record PresetClause(string Preset, long From, IReadOnlyList<Hours> Open, IReadOnlyList<Dates> Closed, int Most, int Days, int PauseDays)
{
    /// <summary>No call to a number for so many hours after one that was abandoned; 0 = no such rule.</summary>
    public int AbandonHours { get; init; }

    /// <summary>No call to a number for so many hours after a machine answered; 0 = no such rule.</summary>
    public int MachineHours { get; init; }

    public bool HasHours => Open.Count > 0 || Closed.Count > 0;

    public bool Forbids(LocalDateTime local) => (Open.Count > 0 && !Hours.AnyHolds(Open, local)) || Dates.AnyHolds(Closed, local);
}
