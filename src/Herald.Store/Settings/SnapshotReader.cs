using Herald.Core.Commands;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Store.Statements;

namespace Herald.Store.Settings;

/// <summary>All settings as one value. The version is read first: a write in between is seen as a newer version at the next pass.</summary>
internal static class SnapshotReader
{
    public static async Task<SettingsSnapshot> ReadAsync(ISqlSession session, CancellationToken ct)
    {
        var version = (await SettingsRead.AllAsync(session, SettingsVersion.Read, row => row.Number(0), ct))[0];
        var profiles = (await SettingsRead.AllAsync(session, SettingsRead.Profiles, ProfileOf, ct)).ToDictionary(profile => profile.Id);
        var workstreams = (await SettingsRead.AllAsync(session, SettingsRead.Workstreams, WorkstreamOf, ct)).ToDictionary(workstream => workstream.Id);
        var templates = (await SettingsRead.AllAsync(session, SettingsRead.Templates, row => (Id: row.Id(0), Text: row.Text(1)), ct)).ToDictionary(row => row.Id, row => row.Text);
        var quiet = (await SettingsRead.AllAsync(session, SettingsRead.QuietTimes, QuietOf, ct)).ToDictionary(row => row.Id, row => row.Times);
        var planners = (await SettingsRead.AllAsync(session, SettingsRead.Planners, PlannerRow.Read, ct)).ToLookup(planner => planner.EngagementId);
        var rows = await SettingsRead.AllAsync(session, SettingsRead.Engagements, EngagementRow.Read, ct);
        var display = new DisplayNumberRows(
            await SettingsRead.AllAsync(session, SettingsRead.DisplayNumbers, DisplayNumberRows.ReadNumber, ct),
            await SettingsRead.AllAsync(session, SettingsRead.DisplayRules, DisplayNumberRows.ReadRule, ct));
        var parts = new SettingsParts(profiles, workstreams, templates, quiet, display);
        var rules = (await SettingsRead.AllAsync(session, SettingsRead.CalendarRules, HoursRow.ReadRule, ct)).ToLookup(rule => rule.Calendar, rule => rule.Rule);
        var hours = await SettingsRead.AllAsync(session, SettingsRead.QueueHours, row => HoursRow.Read(row, rules), ct);
        var organisation = await SettingsRead.AllAsync(session, SettingsRead.GlobalLimits, parts.OrganisationOf, ct);
        var policies = await SettingsRead.AllAsync(session, SettingsRead.Policies, PolicyOf, ct);
        var keywords = await SettingsRead.AllAsync(session, SettingsRead.ResultKeywords, row => (Engagement: row.Id(0), Keyword: row.Text(1)), ct);
        return new SettingsSnapshot(
            version,
            rows.Select(row => parts.Complete(row, planners[row.Engagement.Id].FirstOrDefault())).ToDictionary(engagement => engagement.Id),
            organisation.FirstOrDefault() ?? OrganisationSettings.None,
            hours.Where(queue => queue.Hours.Weekly.Count > 0 || queue.Hours.ClosedDates.Count > 0).ToDictionary(queue => queue.Queue, queue => queue.Hours),
            policies.GroupBy(policy => policy.EngagementId).ToDictionary(group => group.Key, group => (IReadOnlyList<CancellationPolicy>)[.. group]),
            profiles,
            keywords.GroupBy(row => row.Engagement).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(row => row.Keyword).Distinct()])) { Workstreams = workstreams };
    }

    private static OutboundProfile ProfileOf(ISqlRow row) =>
        new(row.Id(0), row.IntOrNull(1) == 100000001 ? Channel.Sms : Channel.Voice, row.TextOrNull(2) is { Length: > 0 } key ? key : null, row.IntOrNull(3), row.FlagOrNull(4) != false,
            row.TextOrNull(5) is { Length: > 0 } agent ? agent : null);

    private static Workstream WorkstreamOf(ISqlRow row) =>
        new(row.Id(0), row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.FlagOrNull(4) == true, row.IdOrNull(5));

    // Unreadable text is refused on write; what is here all the same forbids nothing, but the engagement says so (SettingsParts).
    private static (Guid Id, QuietTimes? Times) QuietOf(ISqlRow row) => (row.Id(0), QuietTimesText.Read(row.TextOrNull(1), row.TextOrNull(2)) is Reading<QuietTimes>.Accepted read ? read.Value : null);

    private static CancellationPolicy PolicyOf(ISqlRow row) => new(
        row.Id(0), row.Id(1), row.At(2), row.AtOrNull(3), SettingText.List(row.TextOrNull(4)), SettingText.List(row.TextOrNull(5)), SettingText.List(row.TextOrNull(6)));
}
