using System.Runtime.CompilerServices;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>The caps that limit settings contain, listed once per settings value.</summary>
internal static class Caps
{
    private static readonly ConditionalWeakTable<LimitSettings, Cap[]> Engagement = [];
    private static readonly ConditionalWeakTable<LimitSettings, Cap[]> Organisation = [];

    public static Cap[] OfEngagement(LimitSettings limits) =>
        Engagement.GetValue(limits, static settings => List(settings, "engagement"));

    public static Cap[] OfOrganisation(LimitSettings limits) =>
        Organisation.GetValue(limits, static settings => List(settings, "organisation"));

    private static Cap[] List(LimitSettings limits, string whose) =>
    [
        .. List(LimitScope.Contact, limits.Contact, $"{whose} contact"),
        .. List(LimitScope.Phone, limits.Phone, $"{whose} phone"),
        .. List(LimitScope.Task, limits.Task, $"{whose} task"),
    ];

    // Rolling periods: stricter than calendar days and without a burst at midnight. Null or 0 = no limit.
    private static IEnumerable<Cap> List(LimitScope scope, FrequencyLimits limits, string label)
    {
        if (limits.PerDay is > 0)
            yield return new Cap(scope, limits.PerDay.Value, Duration.FromDays(1), $"{label}/day {limits.PerDay}");
        if (limits.PerWeek is > 0)
            yield return new Cap(scope, limits.PerWeek.Value, Duration.FromDays(7), $"{label}/week {limits.PerWeek}");
        if (limits.PerMonth is > 0)
            yield return new Cap(scope, limits.PerMonth.Value, Duration.FromDays(30), $"{label}/month {limits.PerMonth}");
    }
}
