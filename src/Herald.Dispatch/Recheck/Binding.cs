using System.Globalization;
using System.Text;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Store.Settings;

namespace Herald.Dispatch.Recheck;

/// <summary>What of the settings binds the rows that wait for a reason, as text that is equal when the settings mean the same.</summary>
internal static class Binding
{
    public static readonly IReadOnlyList<string> Reasons = [ReasonCode.QuietHours, ReasonCode.Limit, ReasonCode.QueueHours, ReasonCode.Preset, ReasonCode.Configuration];

    public static string Of(string reason, Engagement engagement, SettingsSnapshot settings) => reason switch
    {
        ReasonCode.QuietHours => Text(engagement.Planner.SystemZone, engagement.Planner.DefaultZone ?? "", Quiet(engagement.Planner.Quiet), engagement.Planner.RespectsOrganisation ? Quiet(settings.Organisation.Quiet) : ""),
        ReasonCode.Limit => Text(engagement.Planner.Limits, engagement.Planner.RespectsOrganisation ? settings.Organisation.Limits : LimitSettings.None),
        ReasonCode.QueueHours => Text(engagement.IgnoreQueueHours, engagement.QueueId is { } queue ? Hours(settings.QueueHours.GetValueOrDefault(queue)) : ""),
        ReasonCode.Preset => string.Join(",", engagement.Presets),
        ReasonCode.Configuration => Text(engagement.Active, engagement.Unusable ?? ""),
        _ => "",
    };

    private static string Quiet(IReadOnlyDictionary<PhoneType, QuietTimes> times)
    {
        var text = new StringBuilder();
        foreach (var (phone, quiet) in times.OrderBy(pair => pair.Key))
            text.Append(phone).Append(':').Append(Weekly(quiet.Weekly)).Append('/').AppendJoin(',', quiet.Dates).Append('|');
        return text.ToString();
    }

    private static string Hours(OpeningHours? hours) => hours is null ? "" : Text(Weekly(hours.Weekly), string.Join(",", hours.ClosedDates), hours.Zone);

    private static string Weekly(IReadOnlyList<WeeklyHours> weekly) =>
        string.Join(';', weekly.Select(hours => Text(string.Join('+', hours.Days), hours.Start, hours.End)));

    private static string Text(params object[] parts) => string.Join('~', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));
}
