using System.Collections.Concurrent;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>The zone of a contact: handling <em>System</em> = UTC; else the record's, the planner's default, UTC. Never inferred.</summary>
internal static class LocalZone
{
    // Ids that exist only, so the tzdb bounds it; spares the provider's lock.
    private static readonly ConcurrentDictionary<string, DateTimeZone> Known = new(StringComparer.Ordinal);

    public static DateTimeZone? Of(Contact contact, PlannerSettings planner) =>
        planner.SystemZone ? DateTimeZone.Utc : Find(contact.TimeZone ?? planner.DefaultZone);

    public static DateTimeZone? Find(string? id)
    {
        if (string.IsNullOrEmpty(id))
            return DateTimeZone.Utc;
        if (Known.TryGetValue(id, out var zone))
            return zone;
        // Canonical ids only are kept: the provider also makes zones for any "UTC+hh:mm:ss" text.
        zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        if (zone is not null && Known.Count < 1_000)
            Known.TryAdd(id, zone);
        return zone;
    }
}
