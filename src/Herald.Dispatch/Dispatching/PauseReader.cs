using Herald.Core.Eligibility.Regulations;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Store.Queue;
using NodaTime;

namespace Herald.Dispatch.Dispatching;

/// <summary>When what presets pause after last happened, for a batch of tasks. Asked of engagements only whose presets pause at all.</summary>
internal static class PauseReader
{
    /// <summary>What the engagement's presets pause after.</summary>
    public static IReadOnlySet<PauseAfter> Of(Engagement engagement) => engagement.Presets.Count == 0
        ? new HashSet<PauseAfter>()
        // As an engagement names it: "us-cfpb-debt" or "us-cfpb-debt:DebtId".
        : engagement.Presets.SelectMany(preset => PresetCatalogue.Find(preset.Split(':')[0].Trim())?.Clauses ?? []).Select(clause => clause.Pause?.After).OfType<PauseAfter>().ToHashSet();

    public static async Task<Facts> ReadAsync(IFactStore store, Facts facts, IReadOnlySet<PauseAfter> pauses, IReadOnlyList<LimitFetch> fetches, Instant now, CancellationToken ct)
    {
        // A subject's key begins with the name of its preset: those of presets that only count are not asked.
        string[] pausing = [.. facts.Engagement.Presets.Select(preset => PresetCatalogue.Find(preset.Split(':')[0].Trim())).OfType<Preset>()
            .Where(preset => preset.Clauses.Any(clause => clause.Pause is not null)).Select(preset => $"{preset.Name}:")];
        LimitKey[] subjects = [.. fetches.Select(fetch => fetch.Key).Where(key => key.Scope == LimitScope.Subject && pausing.Any(name => key.Value.StartsWith(name, StringComparison.Ordinal)))];
        LimitKey[] numbers = [.. fetches.Where(fetch => fetch.Key.Scope == LimitScope.Phone).Select(fetch => fetch.Key)];
        // A day more: the call may have begun long before it ended.
        var since = now - fetches.Max(fetch => fetch.Back) - Duration.FromDays(1);
        if (pauses.Contains(PauseAfter.Talk))
            facts = facts with { TalkedAt = await store.TalkedAtAsync(subjects, since, ct) };
        if (pauses.Contains(PauseAfter.Refusal))
            facts = facts with { RefusedAt = Refused(await store.DispositionsAsync(subjects, since, ct)) };
        return pauses.Contains(PauseAfter.Abandonment) || pauses.Contains(PauseAfter.Machine)
            ? With(facts, await store.NumberEventsAsync(numbers, since, ct))
            : facts;
    }

    private static Facts With(Facts facts, IReadOnlyList<NumberEvents> events) => facts with
    {
        AbandonedAt = events.Where(of => of.AbandonedAt is not null).ToDictionary(of => of.Number, of => of.AbandonedAt!.Value),
        MachineAt = events.Where(of => of.MachineAt is not null).ToDictionary(of => of.Number, of => of.MachineAt!.Value),
    };

    private static Dictionary<LimitKey, Instant> Refused(IReadOnlyList<DisposedAttempt> attempts) => attempts
        .Where(attempt => Refusals.IsRefusal(attempt.Codes))
        .GroupBy(attempt => attempt.Subject)
        .ToDictionary(group => group.Key, group => group.Max(attempt => attempt.EndedAt));
}
