using Herald.Core.Deliveries;
using Herald.Core.Eligibility.Regulations;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>A candidate with everything the rules ask of it; made once per candidate and asked at several instants.</summary>
internal sealed class Question(DeliveryTask task, IReadOnlyList<PastAttempt> history, Candidate candidate, Facts facts, Instant notBefore)
{
    private string? person;
    private string? taskKey;
    private DateTimeZone[]? presetZones;
    private Instant[]? ownStarts;
    private Instant? horizon;

    public DeliveryTask Task { get; } = task;
    public IReadOnlyList<PastAttempt> History { get; } = history;
    public Candidate Candidate { get; } = candidate;
    public Facts Facts { get; } = facts;

    /// <summary>End of the delay after the attempt before; <see cref="Instant.MinValue"/> = none.</summary>
    public Instant NotBefore { get; } = notBefore;

    public Contact Contact { get; } = task.Contacts[candidate.Contact];
    public PlannerSettings Planner => Facts.Engagement.Planner;

    /// <summary>First generation tasks know no contact-level windows (documented).</summary>
    public IReadOnlyList<Window> Windows { get; } =
        task.Intake == IntakeKind.FirstGeneration ? task.Windows : task.WindowsOf(candidate.Contact);

    /// <summary>Where quiet hours are read; null = the id is in no tzdb.</summary>
    public DateTimeZone? Zone { get; } = LocalZone.Of(task.Contacts[candidate.Contact], facts.Engagement.Planner);

    /// <summary>Nothing matters after this.</summary>
    public Instant Horizon => horizon ??= LastEnd(Windows);

    public bool LimitsApply => Task.Intake != IntakeKind.FirstGeneration;

    public string Person => person ??= ContactKey.Of(Contact, Candidate.Number);

    /// <summary>Where the presets are read: all zones the person may be in.</summary>
    public DateTimeZone[] PresetZones => presetZones ??= Regulations.PresetZones.Of(Contact, Candidate.Number, Planner);

    /// <summary>The value a scope counts by.</summary>
    public string Key(LimitScope scope) => scope switch
    {
        LimitScope.Contact => Person,
        LimitScope.Phone => Candidate.Number,
        _ => taskKey ??= Task.Id.ToString("D"),
    };

    /// <summary>Starts of a scope's key, newest first; null = none known.</summary>
    public IReadOnlyList<Instant>? Starts(LimitScope scope)
    {
        if (Facts.StartedAt.Count > 0 && Facts.StartedAt.TryGetValue(new LimitKey(scope, Key(scope)), out var starts))
            return starts;
        // A task's own starts are its history, fetched or not.
        return scope == LimitScope.Task && History.Count > 0 ? ownStarts ??= [.. History.Select(past => past.StartedAt).Reverse()] : null;
    }

    /// <summary>When what a preset pauses after last happened; null = never. The attempt whose outcome is being planned is in the history and in no store yet.</summary>
    public Instant? Last(PauseAfter after, LimitKey key)
    {
        Instant? last = Facts.Last(after).TryGetValue(key, out var known) ? known : null;
        if (after != PauseAfter.Machine)
            return last;
        foreach (var past in History)
        {
            if (past.Number == key.Value && past.Result is (DeliveryResult.AnsweringMachine or DeliveryResult.AnsweringMachineHangup) && past.EndedAt is { } ended && !(last >= ended))
                last = ended;
        }

        return last;
    }

    private static Instant LastEnd(IReadOnlyList<Window> windows)
    {
        var last = Instant.MinValue;
        for (var i = 0; i < windows.Count; i++)
            last = Instant.Max(last, windows[i].End);
        return last;
    }
}
