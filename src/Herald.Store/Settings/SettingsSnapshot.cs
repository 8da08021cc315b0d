using Herald.Core.Engagements;

namespace Herald.Store.Settings;

/// <summary>All settings of one version.</summary>
/// <param name="QueueHours">By queue id; a queue without hours is absent.</param>
/// <param name="Policies">By engagement.</param>
/// <param name="ResultKeywords">Declared result attributes by engagement: always present, empty when unset.</param>
public sealed record SettingsSnapshot(
    long Version,
    IReadOnlyDictionary<Guid, Engagement> Engagements,
    OrganisationSettings Organisation,
    IReadOnlyDictionary<Guid, OpeningHours> QueueHours,
    IReadOnlyDictionary<Guid, IReadOnlyList<CancellationPolicy>> Policies,
    IReadOnlyDictionary<Guid, OutboundProfile> Profiles,
    IReadOnlyDictionary<Guid, IReadOnlyList<string>> ResultKeywords)
{
    /// <summary>Active ones, also those that no engagement names.</summary>
    public IReadOnlyDictionary<Guid, Workstream> Workstreams { get; init; } = new Dictionary<Guid, Workstream>();
}
