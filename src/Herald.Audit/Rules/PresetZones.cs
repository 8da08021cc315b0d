using NodaTime;
using NodaTime.TimeZones;

namespace Herald.Audit.Rules;

/// <summary>
/// Where a person may be. With a stated zone: there. Without: somewhere in the country of the number, and then only what is forbidden
/// in every zone of it is a finding; the dispatcher, which knows area codes, is held to less than it promises, never to more.
/// </summary>
internal static class PresetZones
{
    // Countries of the North American plan; others by their code. Of all the world only those that a preset speaks of.
    private static readonly (string Code, string[] Countries)[] Codes =
    [
        ("+1", ["US", "CA", "PR", "VI", "GU", "AS", "MP", "AG", "AI", "BB", "BM", "BS", "DM", "DO", "GD", "JM", "KN", "KY", "LC", "MS", "SX", "TC", "TT", "VC", "VG"]),
        ("+33", ["FR"]),
        ("+34", ["ES"]),
        ("+39", ["IT"]),
        ("+44", ["GB"]),
        ("+61", ["AU"]),
    ];

    private static readonly Dictionary<string, DateTimeZone[]> ByCode = Codes.ToDictionary(entry => entry.Code, entry => ZonesOf(entry.Countries));

    /// <returns>Empty: not known here.</returns>
    public static DateTimeZone[] Of(string? stated, string number)
    {
        if (stated is not null)
            return DateTimeZoneProviders.Tzdb.GetZoneOrNull(stated) is { } zone ? [zone] : [];
        foreach (var (code, _) in Codes)
        {
            if (number.StartsWith(code, StringComparison.Ordinal))
                return ByCode[code];
        }

        return [];
    }

    private static DateTimeZone[] ZonesOf(string[] countries) =>
    [
        .. TzdbDateTimeZoneSource.Default.ZoneLocations!
            .Where(place => countries.Contains(place.CountryCode))
            .Select(place => DateTimeZoneProviders.Tzdb[place.ZoneId]),
    ];
}
