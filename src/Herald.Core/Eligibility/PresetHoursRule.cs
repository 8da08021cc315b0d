using System.Runtime.CompilerServices;
using Herald.Core.Deliveries;
using Herald.Core.Eligibility.Regulations;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>Hours and dates of the presets the engagement names: all apply, and the attempt must be legal in every zone the person may be in.</summary>
internal sealed class PresetHoursRule : Rule
{
    private static readonly ConditionalWeakTable<PresetClause, LocalCalendar> Compiled = [];

    public override string Name => ReasonCode.Preset;

    public override Verdict Ask(Question question, Instant at)
    {
        var strictest = Verdict.Always;
        foreach (var use in PresetUse.Of(question.Facts.Engagement.Presets))
        {
            foreach (var clause in use.Preset?.Clauses ?? [])
                strictest = Stricter.Of(strictest, Ask(question, clause, at));
        }

        return strictest;
    }

    public override string Inputs(Question question, Instant at) =>
        string.Join("; ", PresetUse.Of(question.Facts.Engagement.Presets)
            .SelectMany(use => (use.Preset?.Clauses ?? []).Select(clause => clause.Label))
            .Append($"zones {string.Join(", ", question.PresetZones.Select(zone => zone.Id))}"));

    private static Verdict Ask(Question question, PresetClause clause, Instant at)
    {
        if ((clause.Hours.Count == 0 && clause.ClosedDates.Count == 0) || at >= clause.ToInstant)
            return Verdict.Always;
        if (at < clause.FromInstant)
            return Verdict.Ok(clause.FromInstant, clause.Label);
        var calendar = Compiled.GetValue(clause, static c => LocalCalendar.Allowing(c.Hours, c.ClosedDates));
        var strictest = Verdict.Always;
        foreach (var zone in question.PresetZones)
        {
            var verdict = calendar.Forbids(at, zone, question.Horizon, out var until)
                ? Verdict.NotBefore(Instant.Min(until, clause.ToInstant), ReasonCode.Preset, clause.Label)
                : Verdict.Ok(until, clause.Label);
            strictest = Stricter.Of(strictest, verdict);
        }

        return strictest;
    }
}
