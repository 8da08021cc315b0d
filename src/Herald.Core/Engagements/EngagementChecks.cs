using Herald.Core.Commands;
using Herald.Core.Deliveries;
using Herald.Core.Eligibility;
using Herald.Core.Eligibility.Regulations;
using NodaTime;

namespace Herald.Core.Engagements;

/// <summary>What an engagement and its planner must be to be saved. Targets are property names of the values.</summary>
public static class EngagementChecks
{
    private const string Wrong = "0x80040203";

    /// <param name="fallback">The engagement that the planner's fallback names; null when it names none or none is found.</param>
    /// <returns>All faults; empty = may be saved.</returns>
    public static IReadOnlyList<Fault> Of(Engagement engagement, Engagement? fallback = null)
    {
        var faults = new List<Fault>();
        void Check(bool right, string target, string message)
        {
            if (!right)
                faults.Add(new Fault(Wrong, target, $"{target} {message}."));
        }

        Check(MayLead(engagement), nameof(Engagement.Leader), "does not fit the dial mode: Copilot is bot-led, Preview is led by representatives, Progressive and Predictive by either");
        Check(engagement.MaxConcurrentCalls is null or >= 1, nameof(Engagement.MaxConcurrentCalls), "must be at least 1");
        Check(Between(engagement.RingTime, 15, 120), nameof(Engagement.RingTime), "must be 15 to 120 seconds");
        Check(engagement.FirstResponseTimeout >= Duration.Zero, nameof(Engagement.FirstResponseTimeout), "must not be negative");
        Check(!engagement.IgnoreQueueHours || engagement.DialMode == DialMode.Copilot, nameof(Engagement.IgnoreQueueHours), "is for Copilot engagements only");
        foreach (var use in PresetUse.Of(engagement.Presets).Where(use => use.Preset is null))
            Check(false, nameof(Engagement.Presets), $"names {use.Name}, which is no preset; presets are {string.Join(", ", PresetCatalogue.All.Select(preset => preset.Name))}");

        var planner = engagement.Planner;
        Check(planner.Retries >= 0, nameof(PlannerSettings.Retries), "must not be negative");
        Check(planner.DelayBetweenLoops >= Duration.Zero, nameof(PlannerSettings.DelayBetweenLoops), "must not be negative");
        Check(planner.DelayBetweenContacts >= Duration.Zero, nameof(PlannerSettings.DelayBetweenContacts), "must not be negative");
        Check(planner.DelayBetweenNumbers >= Duration.Zero, nameof(PlannerSettings.DelayBetweenNumbers), "must not be negative");
        Check(planner.Phones.Count > 0 && planner.Phones.Distinct().Count() == planner.Phones.Count, nameof(PlannerSettings.Phones), "must name one to three number types, each once");
        Check(LimitsAreCounts(planner.Limits), nameof(PlannerSettings.Limits), "must be 0 or more");
        Check(LocalZone.Find(planner.DefaultZone) is not null, nameof(PlannerSettings.DefaultZone), "must be a time zone");
        if (planner.FallbackEngagementId is not null)
            Check(IsFallback(engagement, fallback), nameof(PlannerSettings.FallbackEngagementId), "must name another engagement, of SMS and with a template");
        return faults;
    }

    /// <summary>Why an engagement that was saved all the same cannot be used: its tasks end Error <c>configuration</c>. Null = usable.</summary>
    public static string? Unusable(Engagement engagement)
    {
        if (!MayLead(engagement))
            return "its dial mode and its leader do not fit";
        return engagement.Workstream is null ? "it has no workstream" : null;
    }

    /// <summary>Copilot = bot-led, Preview = representatives, Progressive and Predictive = either; nobody leads an SMS.</summary>
    private static bool MayLead(Engagement engagement) => engagement.Channel == Channel.Sms || engagement.Leader is null || engagement.DialMode switch
    {
        DialMode.Copilot => engagement.Leader == Leader.Bot,
        DialMode.Preview => engagement.Leader == Leader.Representative,
        _ => true,
    };

    private static bool IsFallback(Engagement engagement, Engagement? fallback) =>
        fallback is { Channel: Channel.Sms } && !string.IsNullOrEmpty(fallback.Template) && fallback.Id != engagement.Id;

    private static bool LimitsAreCounts(LimitSettings limits) =>
        AreCounts(limits.Contact) && AreCounts(limits.Phone) && AreCounts(limits.Task);

    private static bool AreCounts(FrequencyLimits limits) =>
        limits is { PerDay: null or >= 0, PerWeek: null or >= 0, PerMonth: null or >= 0 };

    private static bool Between(Duration value, int least, int most) => value >= Duration.FromSeconds(least) && value <= Duration.FromSeconds(most);
}
