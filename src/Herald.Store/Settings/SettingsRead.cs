using Herald.Store.Statements;

namespace Herald.Store.Settings;

/// <summary>The settings tables, each in one statement.</summary>
internal static class SettingsRead
{
    public static async Task<List<T>> AllAsync<T>(ISqlSession session, Command<int> command, Func<ISqlRow, T> read, CancellationToken ct) =>
        await session.QueryAsync(command, [0], read, ct);

    public static readonly Command<int> Engagements = new("load_engagements");
    public static readonly Command<int> Planners = new("load_planners");
    public static readonly Command<int> DisplayNumbers = new("load_display_numbers");
    public static readonly Command<int> DisplayRules = new("load_display_rules");
    public static readonly Command<int> Workstreams = new("load_workstreams");
    public static readonly Command<int> Profiles = new("load_profiles");
    public static readonly Command<int> Templates = new("load_templates");
    public static readonly Command<int> QuietTimes = new("load_quiet_times");
    public static readonly Command<int> GlobalLimits = new("load_global_limits");
    public static readonly Command<int> Policies = new("load_policies");
    public static readonly Command<int> ResultKeywords = new("load_result_keywords");
    public static readonly Command<int> QueueHours = new("load_queue_hours");
    public static readonly Command<int> CalendarRules = new("load_calendar_rules");
}
