using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Store.Statements;

namespace Herald.Store.Settings;

/// <summary>What engagement and planner rows refer to by id.</summary>
internal sealed record SettingsParts(
    IReadOnlyDictionary<Guid, OutboundProfile> Profiles,
    IReadOnlyDictionary<Guid, Workstream> Workstreams,
    IReadOnlyDictionary<Guid, string> Templates,
    IReadOnlyDictionary<Guid, QuietTimes?> Quiet,
    DisplayNumberRows DisplayNumbers)
{
    public Engagement Complete(EngagementRow row, PlannerRow? planner)
    {
        var workstream = row.WorkstreamId is { } id ? Workstreams.GetValueOrDefault(id) : null;
        var whole = row.Engagement with
        {
            Workstream = workstream,
            Profile = workstream?.ProfileId is { } profile ? Profiles.GetValueOrDefault(profile) : null,
            Template = planner?.TemplateId is { } template ? Templates.GetValueOrDefault(template) : null,
            Planner = planner is null ? PlannerSettings.Default : planner.Settings with { Quiet = QuietOf(planner.QuietIds), DisplayNumbers = DisplayNumbers.Of(planner.Id, planner.DisplayPolicy) },
        };
        // Quiet hours that nobody can read must not become none.
        var unreadable = planner is not null && planner.QuietIds.Values.Any(quiet => Quiet.TryGetValue(quiet, out var times) && times is null);
        return whole with { Unusable = EngagementRow.Fault(whole, row.KnownType) ?? (unreadable ? "A quiet-time setting of the planner cannot be read." : null) };
    }

    public OrganisationSettings OrganisationOf(ISqlRow row) => new(
        row.FlagOrNull(0) == true ? PlannerRow.Limits(row, 1) : LimitSettings.None,
        QuietOf(QuietRefs.Read(row, 10)));

    private Dictionary<PhoneType, QuietTimes> QuietOf(IReadOnlyDictionary<PhoneType, Guid> ids) => ids
        .Select(pair => (pair.Key, Times: Quiet.GetValueOrDefault(pair.Value)))
        .Where(pair => pair.Times is not null)
        .ToDictionary(pair => pair.Key, pair => pair.Times!);
}
