using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Eligibility.Regulations;

/// <summary>
/// The zones a person may be in, for presets only: the record's zone if stated; else all zones of the number's area, of the stated state
/// and of the stated country. A country adds its zones only when neither the number nor the state already lies in it: a Seattle
/// number in "US" is in Seattle, not in all of the States. Nothing known = the planner's zone.
/// </summary>
internal static class PresetZones
{
    public static DateTimeZone[] Of(Contact contact, string number, PlannerSettings planner)
    {
        if (contact.TimeZone is not null)
            return [LocalZone.Find(contact.TimeZone) ?? DateTimeZone.Utc];

        var country = CountryZones.CodeOf(contact.Country);
        var area = OfNumber(number, out var home);
        var state = contact.State is null ? [] : OfState(contact.State, country ?? home);
        var whole = country is not null && country != home && state.Length == 0 ? CountryZones.Of(country) : [];
        if (state.Length == 0 && whole.Length == 0 && area.Length > 0)
            return area;
        DateTimeZone[] all = [.. area.Union(state).Union(whole)];
        return all.Length > 0 ? all : [LocalZone.Find(planner.DefaultZone) ?? DateTimeZone.Utc];
    }

    /// <param name="home">The number's country; a +1 number counts for the United States unless its area is elsewhere.</param>
    private static DateTimeZone[] OfNumber(string number, out string? home)
    {
        home = null;
        if (number.StartsWith("+1", StringComparison.Ordinal))
        {
            home = "US";
            return AreaCodes.OfNumber(number);
        }

        var countries = CallingCodes.CountriesOf(number);
        if (countries.Length == 0)
            return [];
        home = countries[0];
        if (home == "AU")
            return AustralianAreas.OfNumber(number);
        return countries.Length == 1 ? CountryZones.Of(home) : [.. countries.SelectMany(CountryZones.Of).Distinct()];
    }

    private static DateTimeZone[] OfState(string state, string? country) => country switch
    {
        "AU" => AustralianAreas.OfState(state),
        "US" or "CA" or "PR" => AreaCodes.OfState(state),
        null => [.. AreaCodes.OfState(state).Union(AustralianAreas.OfState(state))],
        _ => [],
    };
}
