using System.Globalization;
using Herald.Core.Deliveries;
using Herald.Core.Eligibility.Regulations;
using Herald.Core.Planning;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>Counts and pauses of the presets, per person or per subject over all engagements that name the preset.</summary>
internal sealed class PresetLimitRule : Rule
{
    public override string Name => "preset_limit";

    public override Verdict Ask(Question question, Instant at)
    {
        var strictest = Verdict.Always;
        foreach (var use in PresetUse.Of(question.Facts.Engagement.Presets))
        {
            foreach (var clause in use.Preset?.Clauses ?? [])
            {
                if (clause.InForce(at))
                    strictest = Stricter.Of(Stricter.Of(strictest, AskCap(question, use, clause, at)), AskPause(question, use, clause, at));
            }
        }

        return strictest;
    }

    public override string Inputs(Question question, Instant at) =>
        string.Join("; ", PresetUse.Of(question.Facts.Engagement.Presets)
            .Where(use => use.Preset is not null)
            .Select(use => string.Create(CultureInfo.InvariantCulture, $"{use.Name}: {Starts(question, use)?.Count ?? 0} starts known")));

    private static Verdict AskCap(Question question, PresetUse use, PresetClause clause, Instant at) =>
        clause.Cap is { } cap
            ? new Cap(LimitScope.Subject, cap.Most, cap.Period, clause.Label).Ask(Starts(question, use), ReasonCode.Preset, at)
            : Verdict.Always;

    private static Verdict AskPause(Question question, PresetUse use, PresetClause clause, Instant at)
    {
        if (clause.Pause is not { } pause)
            return Verdict.Always;
        var key = pause.OfSubject
            ? new LimitKey(LimitScope.Subject, use.Subject(question.Contact, question.Person))
            : new LimitKey(LimitScope.Phone, question.Candidate.Number);
        if (question.Last(pause.After, key) is not { } happened)
            return Verdict.Always;
        var over = Over(pause, happened, question.PresetZones);
        return over > at ? Verdict.NotBefore(over, ReasonCode.Preset, clause.Label) : Verdict.Always;
    }

    private static Instant Over(PresetPause pause, Instant happened, DateTimeZone[] zones)
    {
        if (!pause.WholeDays)
            return happened + Duration.FromHours(pause.Hours);
        var latest = happened;
        foreach (var zone in zones)
            latest = Instant.Max(latest, zone.AtStartOfDay(happened.InZone(zone).Date.PlusDays(pause.Hours / 24)).ToInstant());
        return latest;
    }

    private static IReadOnlyList<Instant>? Starts(Question question, PresetUse use) =>
        question.Facts.StartedAt.GetValueOrDefault(new LimitKey(LimitScope.Subject, use.Subject(question.Contact, question.Person)));
}
