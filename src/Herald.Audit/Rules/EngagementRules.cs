using Herald.Audit.Settings;

namespace Herald.Audit.Rules;

/// <summary>What bound the attempts of one engagement at one time.</summary>
internal sealed record EngagementRules
{
    private const int Types = 3;
    private const long SystemZone = 192350001;
    private const long FirstDialMode = 100000000;
    private const long SmsType = 100000001;
    private static readonly string[] PhoneNames = ["MobilePhone", "BusinessPhone", "HomePhone"];
    private static readonly string[] PlannerQuiet = ["comm_quiet_time_setting_mobile_phone", "comm_quiet_time_setting_business_phone", "comm_quiet_time_setting_home_phone"];
    private static readonly string[] OrganisationQuiet = ["comm_quiet_time_setting_mobile", "comm_quiet_time_setting_business", "comm_quiet_time_setting_home"];

    /// <summary>A row that decides is older than its history: nothing can be said.</summary>
    public bool Unknown { get; private init; }

    /// <summary>Deleted or inactive.</summary>
    public bool Unusable { get; private init; }

    public bool Suspended { get; private init; }
    public bool UtcForAll { get; private init; }
    public string? DefaultZone { get; private init; }
    public IReadOnlyList<Limit> Limits { get; private init; } = [];

    /// <summary>By phone type: mobile, business, home.</summary>
    public IReadOnlyList<IReadOnlyList<QuietHours>> Quiet { get; private init; } = [[], [], []];

    public IReadOnlyList<bool> Selected { get; private init; } = [true, true, true];
    public QueueHours? Queue { get; private init; }
    public IReadOnlyList<Policy> Policies { get; private init; } = [];
    public IReadOnlyList<PresetUse> Presets { get; private init; } = [];

    public static EngagementRules At(SettingsHistory settings, Guid id, long at)
    {
        var planners = settings.RowsAt(SettingsHistory.Planners, at).ToList();
        var globals = settings.RowsAt(SettingsHistory.GlobalLimits, at).ToList();
        if (!settings.TryFind(SettingsHistory.Engagements, id, at, out var engagement) || planners.Any(row => row.Row is null) || globals.Any(row => row.Row is null))
            return new EngagementRules { Unknown = true };
        if (engagement is not { IsActive: true })
            return new EngagementRules { Unusable = true };
        var planner = planners.Select(row => row.Row!).FirstOrDefault(row => row.IsActive && row.Id("proactive_engagement_config_id") == id);
        var organisation = planner?.Flag("comm_frequency_global_limit_respected") == true
            ? globals.Select(row => row.Row!).Where(row => row.IsActive).MaxBy(row => row.Number("created_at"))
            : null;
        var copilot = engagement.Number("type") == SmsType || engagement.Number("dialmode_type") is null or FirstDialMode;
        return new EngagementRules
        {
            Suspended = settings.RowsAt(SettingsHistory.Statuses, at).Any(row => row.Row is { IsActive: true } status && status.Id("proactive_engagement_config") == id && status.Flag("suspended")),
            UtcForAll = planner?.Number("comm_time_zone_handling") == SystemZone,
            DefaultZone = planner?.Text("comm_default_timezone"),
            Limits = [.. planner is null ? [] : Limit.Of(planner, "planner"), .. organisation is null ? [] : Limit.Of(organisation, "organisation")],
            Quiet = [.. Enumerable.Range(0, Types).Select(type => QuietOf(settings, at, planner?.Id(PlannerQuiet[type]), organisation?.Id(OrganisationQuiet[type])))],
            Selected = SelectedOf(planner),
            Queue = engagement.Id("queue") is { } queue && !(copilot && engagement.Flag("ignore_queue_hours")) ? QueueHours.Of(settings, queue, at) : null,
            Policies = [.. PoliciesOf(settings, id, at)],
            Presets = [.. engagement.List("presets").Select(PresetUse.Of)],
        };
    }

    private static List<QuietHours> QuietOf(SettingsHistory settings, long at, params ReadOnlySpan<Guid?> ids)
    {
        var all = new List<QuietHours>();
        foreach (var id in ids)
        {
            if (id is { } known && settings.TryFind(SettingsHistory.QuietTimes, known, at, out var row) && row is { IsActive: true } && QuietHours.Read(row) is { } quiet)
                all.Add(quiet);
        }

        return all;
    }

    private static bool[] SelectedOf(SettingRow? planner)
    {
        var named = planner?.List("comm_phone_type_priority") ?? [];
        bool[] selected = [.. PhoneNames.Select(name => named.Contains(name, StringComparer.OrdinalIgnoreCase))];
        return selected.Contains(true) ? selected : [true, true, true];
    }

    private static IEnumerable<Policy> PoliciesOf(SettingsHistory settings, Guid engagement, long at)
    {
        foreach (var (_, link) in settings.RowsAt(SettingsHistory.PolicyLinks, at))
        {
            if (link is { IsActive: true } && link.Id("proactive_engagement_configid") == engagement && link.Id("cancellation_policy") is { } id
                && settings.TryFind(SettingsHistory.Policies, id, at, out var policy) && policy is { IsActive: true })
                yield return Policy.Of(id, link, policy);
        }
    }
}
