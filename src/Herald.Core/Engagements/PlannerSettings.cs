using Herald.Core.Deliveries;
using Herald.Core.Engagements.DisplayNumbers;
using NodaTime;

namespace Herald.Core.Engagements;

/// <summary>The planner row of an engagement. No row = these defaults.</summary>
public sealed record PlannerSettings
{
    public static readonly PlannerSettings Default = new();

    /// <summary>Loops after the first.</summary>
    public int Retries { get; init; }

    public Duration DelayBetweenLoops { get; init; }
    public Duration DelayBetweenContacts { get; init; }
    public Duration DelayBetweenNumbers { get; init; }
    public ReattemptOn ReattemptOn { get; init; }
    public IReadOnlyList<string> ReattemptDispositions { get; init; } = [];

    /// <summary>603 and 607 do not reattempt.</summary>
    public bool ExcludeDeclined { get; init; }

    /// <summary>Selected number types in dialling order; never empty.</summary>
    public IReadOnlyList<PhoneType> Phones { get; init; } = [PhoneType.Mobile, PhoneType.Business, PhoneType.Home];

    /// <summary><see cref="LimitSettings.None"/> unless the planner switches its limits on.</summary>
    public LimitSettings Limits { get; init; } = LimitSettings.None;

    /// <summary>The organisation's limits and quiet hours bind as well.</summary>
    public bool RespectsOrganisation { get; init; }

    public IReadOnlyDictionary<PhoneType, QuietTimes> Quiet { get; init; } = new Dictionary<PhoneType, QuietTimes>();

    /// <summary>Quiet hours are read in UTC for everybody (handling <em>System</em>).</summary>
    public bool SystemZone { get; init; }

    /// <summary>IANA id for records that name no zone; null = UTC.</summary>
    public string? DefaultZone { get; init; }

    public Guid? FallbackEngagementId { get; init; }

    public DisplayNumberSettings DisplayNumbers { get; init; } = DisplayNumberSettings.None;

    /// <summary>Contact column that uniqueIdentifier names; default contactid.</summary>
    public string ContactKeyColumn { get; init; } = "contactid";
}
