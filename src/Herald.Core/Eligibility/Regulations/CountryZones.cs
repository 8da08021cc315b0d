using NodaTime;
using NodaTime.TimeZones;

namespace Herald.Core.Eligibility.Regulations;

/// <summary>Zones in use in a country, from the tzdb's own list.</summary>
internal static class CountryZones
{
    private static readonly Dictionary<string, DateTimeZone[]> ByCode = (TzdbDateTimeZoneSource.Default.ZoneLocations ?? [])
        .GroupBy(location => location.CountryCode, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(
            country => country.Key,
            country => country.Select(location => DateTimeZoneProviders.Tzdb[location.ZoneId]).ToArray(),
            StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> CodeByName = Names();

    // What people write besides the tzdb's names.
    private static Dictionary<string, string> Names()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["USA"] = "US", ["U.S."] = "US", ["U.S.A."] = "US", ["United States of America"] = "US", ["America"] = "US",
            ["UK"] = "GB", ["U.K."] = "GB", ["United Kingdom"] = "GB", ["Great Britain"] = "GB", ["England"] = "GB", ["Scotland"] = "GB",
            ["Wales"] = "GB", ["Northern Ireland"] = "GB", ["Deutschland"] = "DE", ["España"] = "ES", ["Italia"] = "IT", ["Czechia"] = "CZ",
            ["CAN"] = "CA", ["AUS"] = "AU", ["FRA"] = "FR", ["GBR"] = "GB", ["DEU"] = "DE", ["ESP"] = "ES", ["ITA"] = "IT",
        };
        foreach (var location in TzdbDateTimeZoneSource.Default.ZoneLocations ?? [])
            names.TryAdd(location.CountryName, location.CountryCode);
        return names;
    }

    /// <summary>ISO code of a country written as code or name; null = unknown.</summary>
    public static string? CodeOf(string? country)
    {
        if (string.IsNullOrWhiteSpace(country))
            return null;
        var text = country.Trim();
        return ByCode.ContainsKey(text) ? text.ToUpperInvariant() : CodeByName.GetValueOrDefault(text);
    }

    public static DateTimeZone[] Of(string code) => ByCode.GetValueOrDefault(code, []);
}
