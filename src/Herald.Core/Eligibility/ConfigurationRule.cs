using Herald.Core.Deliveries;
using Herald.Core.Eligibility.Regulations;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>An unusable engagement, a zone that does not exist or a preset nobody knows: Error <c>configuration</c>, rather than a guess at what was meant.</summary>
internal sealed class ConfigurationRule : Rule
{
    public override string Name => ReasonCode.Configuration;

    public override Verdict Ask(Question question, Instant at)
    {
        var engagement = question.Facts.Engagement;
        if (engagement.Unusable is { } why)
            return Verdict.Never(ReasonCode.Configuration, why);
        if (question.Zone is null)
            return Verdict.Never(ReasonCode.Configuration, "time zone");
        foreach (var use in PresetUse.Of(engagement.Presets))
        {
            if (use.Preset is null)
                return Verdict.Never(ReasonCode.Configuration, use.Name);
        }

        return Verdict.Always;
    }

    public override string Inputs(Question question, Instant at) =>
        $"engagement {(question.Facts.Engagement.Unusable is null ? "usable" : "unusable")}, zone {question.Zone?.Id ?? "unknown"}, presets {question.Facts.Engagement.Presets.Count}";
}
