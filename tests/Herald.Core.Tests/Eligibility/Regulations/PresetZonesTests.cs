using Herald.Core.Deliveries;
using Herald.Core.Eligibility.Regulations;
using Herald.Core.Engagements;
using static Herald.Core.Tests.Planning.Sample;

namespace Herald.Core.Tests.Eligibility.Regulations;

public sealed class PresetZonesTests
{
    [Theory]
    [InlineData("+12065550100", null, null, "America/Los_Angeles")]
    [InlineData("+12065550100", null, "US", "America/Los_Angeles")]
    [InlineData("+12065550100", "FL", "US", "America/Los_Angeles America/New_York America/Chicago")]
    [InlineData("+12065550100", "florida", "USA", "America/Los_Angeles America/New_York America/Chicago")]
    [InlineData("+12065550100", null, "France", "America/Los_Angeles Europe/Paris")]
    [InlineData("+442079460000", null, null, "Europe/London Europe/Guernsey Europe/Isle_of_Man Europe/Jersey")]
    [InlineData("+61812345678", "WA", null, "Australia/Adelaide Australia/Darwin Australia/Perth Australia/Eucla Australia/Broken_Hill")]
    [InlineData("+61212345678", "WA", "Australia", "Australia/Sydney Australia/Broken_Hill Australia/Lord_Howe Australia/Melbourne Australia/Hobart Australia/Perth Australia/Eucla")]
    [InlineData("+33123456789", null, null, "Europe/Paris")]
    [InlineData("+99912345678", null, null, "Asia/Tokyo")]
    public void All_zones_that_number_state_and_country_allow(string number, string? state, string? country, string zones) =>
        PresetZones.Of(new Contact { UniqueIdentifier = "x", State = state, Country = country }, number, new PlannerSettings { DefaultZone = "Asia/Tokyo" })
            .Select(zone => zone.Id).ShouldBe(zones.Split(' '), ignoreOrder: true);

    [Fact]
    public void A_stated_zone_is_the_only_one() =>
        PresetZones.Of(Person() with { TimeZone = "Europe/Berlin" }, "+12065550100", PlannerSettings.Default).ShouldHaveSingleItem().Id.ShouldBe("Europe/Berlin");

    [Fact]
    public void Any_number_finds_some_zone()
    {
        for (var code = 1; code <= 999; code++)
            PresetZones.Of(Person(), $"+{code}0000000", PlannerSettings.Default).ShouldNotBeEmpty();
        PresetZones.Of(Person(), "+1", PlannerSettings.Default).ShouldNotBeEmpty();
        PresetZones.Of(Person(), "+61", PlannerSettings.Default).ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_calling_code_leads_to_a_zone_of_the_tzdb()
    {
        var unknown = Enumerable.Range(2, 998).Select(code => $"+{code}0000000").SelectMany(CallingCodes.CountriesOf).Distinct()
            .Where(country => CountryZones.Of(country).Length == 0).ToList();
        unknown.ShouldBeEmpty();
    }
}
