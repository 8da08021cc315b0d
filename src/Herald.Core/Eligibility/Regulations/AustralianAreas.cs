using NodaTime;

namespace Herald.Core.Eligibility.Regulations;

/// <summary>Australian states and the areas of geographic numbers (+61 2, 3, 7, 8); mobiles may be anywhere.</summary>
internal static class AustralianAreas
{
    private static readonly Dictionary<string, DateTimeZone[]> ByState = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NSW"] = Zones("Sydney", "Broken_Hill", "Lord_Howe"),
        ["New South Wales"] = Zones("Sydney", "Broken_Hill", "Lord_Howe"),
        ["ACT"] = Zones("Sydney"),
        ["Australian Capital Territory"] = Zones("Sydney"),
        ["VIC"] = Zones("Melbourne"),
        ["Victoria"] = Zones("Melbourne"),
        ["QLD"] = Zones("Brisbane"),
        ["Queensland"] = Zones("Brisbane"),
        ["SA"] = Zones("Adelaide"),
        ["South Australia"] = Zones("Adelaide"),
        ["WA"] = Zones("Perth", "Eucla"),
        ["Western Australia"] = Zones("Perth", "Eucla"),
        ["NT"] = Zones("Darwin"),
        ["Northern Territory"] = Zones("Darwin"),
        ["TAS"] = Zones("Hobart"),
        ["Tasmania"] = Zones("Hobart"),
    };

    private static readonly DateTimeZone[] SouthEast = Zones("Sydney", "Broken_Hill", "Lord_Howe", "Melbourne", "Hobart");
    private static readonly DateTimeZone[] NorthEast = Zones("Brisbane");
    private static readonly DateTimeZone[] CentreAndWest = Zones("Adelaide", "Darwin", "Perth", "Eucla", "Broken_Hill");

    public static DateTimeZone[] OfState(string state) => ByState.GetValueOrDefault(state.Trim(), []);

    /// <summary>Zones of a <c>+61</c> number.</summary>
    public static DateTimeZone[] OfNumber(string number) => number.Length < 4 ? CountryZones.Of("AU") : number[3] switch
    {
        '2' or '3' => SouthEast,
        '7' => NorthEast,
        '8' => CentreAndWest,
        _ => CountryZones.Of("AU"),
    };

    private static DateTimeZone[] Zones(params string[] cities) => [.. cities.Select(city => DateTimeZoneProviders.Tzdb["Australia/" + city])];
}
