using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Settings;

/// <summary>A planner row as read; quiet times and template are still ids.</summary>
/// <param name="DisplayPolicy">msdyn_callerid_policy_type.</param>
internal sealed record PlannerRow(Guid Id, Guid EngagementId, Guid? TemplateId, PlannerSettings Settings, IReadOnlyDictionary<PhoneType, Guid> QuietIds, int? DisplayPolicy)
{
    // msdyn_comm_time_zone_handling: 192350001 System.
    private const int SystemZone = 192350001;

    // msdyn_reattempt_rules, a multi-select: "192360000,192360002".
    private static readonly Dictionary<string, ReattemptOn> Reasons = new()
    {
        ["192360000"] = ReattemptOn.NoAnswer,
        ["192360001"] = ReattemptOn.Busy,
        ["192360002"] = ReattemptOn.Failed,
        ["192360003"] = ReattemptOn.AnsweringMachine,
    };

    private static readonly Dictionary<string, PhoneType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MobilePhone"] = PhoneType.Mobile,
        ["BusinessPhone"] = PhoneType.Business,
        ["HomePhone"] = PhoneType.Home,
    };

    public static PlannerRow Read(ISqlRow row) => new(row.Id(29), row.Id(0), row.IdOrNull(2), SettingsOf(row), QuietRefs.Read(row, 22), row.IntOrNull(28));

    private static PlannerSettings SettingsOf(ISqlRow row) => new()
    {
        FallbackEngagementId = row.IdOrNull(1),
        ContactKeyColumn = row.TextOrNull(3) is { Length: > 0 } column ? column : PlannerSettings.Default.ContactKeyColumn,
        Retries = row.IntOrNull(4) ?? 0,
        DelayBetweenLoops = Minutes(row, 5),
        ReattemptOn = SettingText.List(row.TextOrNull(6)).Aggregate(ReattemptOn.None, (all, code) => all | Reasons.GetValueOrDefault(code)),
        ReattemptDispositions = SettingText.List(row.TextOrNull(7)),
        DelayBetweenContacts = Minutes(row, 8),
        DelayBetweenNumbers = Minutes(row, 9),
        Limits = row.FlagOrNull(10) == true ? Limits(row, 12) : LimitSettings.None,
        RespectsOrganisation = row.FlagOrNull(11) == true,
        Phones = Phones(row.TextOrNull(21)),
        SystemZone = row.IntOrNull(25) == SystemZone,
        DefaultZone = row.TextOrNull(26) is { Length: > 0 } zone ? zone : null,
        ExcludeDeclined = row.FlagOrNull(27) == true,
    };

    /// <summary>Nine columns: per contact, per number, per task; each day, week, month.</summary>
    public static LimitSettings Limits(ISqlRow row, int first) => new(Limit(row, first), Limit(row, first + 3), Limit(row, first + 6));

    private static FrequencyLimits Limit(ISqlRow row, int first) => new(row.IntOrNull(first), row.IntOrNull(first + 1), row.IntOrNull(first + 2));

    // Unit columns only say how a form shows it: stored delays are minutes.
    private static Duration Minutes(ISqlRow row, int ordinal) => Duration.FromMinutes(row.IntOrNull(ordinal) ?? 0);

    private static IReadOnlyList<PhoneType> Phones(string? text)
    {
        List<PhoneType> chosen = [.. SettingText.List(text).Where(Types.ContainsKey).Select(name => Types[name]).Distinct()];
        return chosen.Count > 0 ? chosen : PlannerSettings.Default.Phones;
    }
}
