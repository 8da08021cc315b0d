using Herald.Core.Deliveries;

namespace Herald.Core.Engagements;

/// <summary>The organisation's own limits and quiet hours; they bind engagements whose planner respects them.</summary>
public sealed record OrganisationSettings(LimitSettings Limits, IReadOnlyDictionary<PhoneType, QuietTimes> Quiet)
{
    public static readonly OrganisationSettings None = new(LimitSettings.None, new Dictionary<PhoneType, QuietTimes>());
}
