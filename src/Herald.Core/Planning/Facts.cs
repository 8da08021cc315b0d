using Herald.Core.Deliveries;
using Herald.Core.Eligibility.Regulations;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Planning;

/// <summary>Everything a plan may depend on besides the task and its history; fetched set-wise for a batch of tasks.</summary>
public sealed record Facts
{
    public required Engagement Engagement { get; init; }
    public OrganisationSettings Organisation { get; init; } = OrganisationSettings.None;
    public OpeningHours QueueHours { get; init; } = OpeningHours.Always;

    /// <summary>Policies linked to the engagement.</summary>
    public IReadOnlyList<CancellationPolicy> Policies { get; init; } = [];

    /// <summary>Of the task's numbers: those opted out of its channel.</summary>
    public IReadOnlySet<string> OptedOut { get; init; } = EmptyNumbers;

    /// <summary>Starts of the last 30 days by limit key, newest first, as many as the highest cap asks for; keys without starts are absent.</summary>
    public IReadOnlyDictionary<LimitKey, IReadOnlyList<Instant>> StartedAt { get; init; } = NoStarts;

    /// <summary>Last conversation by preset subject (<see cref="LimitScope.Subject"/>); read by presets with a pause after a conversation.</summary>
    public IReadOnlyDictionary<LimitKey, Instant> TalkedAt { get; init; } = NoEvents;

    /// <summary>Last abandoned call by number (<see cref="LimitScope.Phone"/>); read by presets with a pause after one.</summary>
    public IReadOnlyDictionary<LimitKey, Instant> AbandonedAt { get; init; } = NoEvents;

    /// <summary>Last answer of a machine by number.</summary>
    public IReadOnlyDictionary<LimitKey, Instant> MachineAt { get; init; } = NoEvents;

    /// <summary>Last refusal by preset subject.</summary>
    public IReadOnlyDictionary<LimitKey, Instant> RefusedAt { get; init; } = NoEvents;

    /// <summary>When what a preset pauses after last happened, by the pause's key.</summary>
    public IReadOnlyDictionary<LimitKey, Instant> Last(PauseAfter after) => after switch
    {
        PauseAfter.Talk => TalkedAt,
        PauseAfter.Abandonment => AbandonedAt,
        PauseAfter.Machine => MachineAt,
        _ => RefusedAt,
    };

    public static readonly IReadOnlyDictionary<LimitKey, Instant> NoEvents = new Dictionary<LimitKey, Instant>();

    public static readonly IReadOnlySet<string> EmptyNumbers = new HashSet<string>();
    public static readonly IReadOnlyDictionary<LimitKey, IReadOnlyList<Instant>> NoStarts = new Dictionary<LimitKey, IReadOnlyList<Instant>>();
}
