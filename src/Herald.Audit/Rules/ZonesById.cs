using NodaTime;

namespace Herald.Audit.Rules;

/// <summary>Zones once found: the provider takes a lock for each.</summary>
internal sealed class ZonesById
{
    private readonly Dictionary<string, DateTimeZone?> found = [];

    /// <summary>Null: there is no such zone.</summary>
    public DateTimeZone? Find(string id)
    {
        if (!found.TryGetValue(id, out var zone))
            found[id] = zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        return zone;
    }
}
