using Herald.Core.Deliveries;
using Herald.Simulation.Tests.Settings;

namespace Herald.Simulation.Tests.Requests;

/// <summary>Those who may be contacted: few, so that limits bind, with numbers in common, so that they bind across persons.</summary>
internal sealed class People
{
    // Where the number is, and what state and zone its owner may state.
    private static readonly (string Prefix, int Digits, string Country, string? State, string Zone)[] Places =
    [
        ("+1206", 7, "US", "WA", "America/Los_Angeles"), ("+1212", 7, "US", "NY", "America/New_York"), ("+1305", 7, "US", "FL", "America/New_York"),
        ("+1602", 7, "US", "AZ", "America/Phoenix"), ("+1512", 7, "US", "TX", "America/Chicago"), ("+1709", 7, "CA", "NL", "America/St_Johns"),
        ("+336", 8, "FR", null, "Europe/Paris"), ("+447", 9, "GB", null, "Europe/London"), ("+614", 8, "AU", "NSW", "Australia/Sydney"), ("+346", 8, "ES", null, "Europe/Madrid"),
    ];

    // The simulated persons (docs/engine.md), the friendly ones a little more often.
    private static readonly string[] Endings =
        ["0100", "0101", "0102", "0103", "0404", "0408", "0480", "0486", "0503", "0603", "0900", "0911", "0001", "0002", "0003", "0004"];

    private readonly Random random;
    private readonly List<Contact> all = [];

    public People(Random random, int count)
    {
        this.random = random;
        for (var i = 0; i < count; i++)
            all.Add(Make(i));
        Numbers = [.. all.SelectMany(person => new[] { person.MobilePhone, person.BusinessPhone, person.HomePhone }).OfType<string>().Distinct()];
    }

    public IReadOnlyList<string> Numbers { get; }

    /// <summary>Different ones, as a request names them: SMS by their mobile numbers alone.</summary>
    public IReadOnlyList<Contact> Some(int count, Channel channel) =>
        [.. all.OrderBy(_ => random.Next()).Take(count).Select(person => channel == Channel.Sms ? person with { BusinessPhone = null, HomePhone = null } : Fewer(person))];

    private Contact Make(int index)
    {
        var place = Places[random.Next(Places.Length)];
        return new Contact
        {
            UniqueIdentifier = index % 2 == 0 ? Id().ToString("D") : $"crm-{index}",
            FirstName = "Ann",
            LastName = "Other",
            MobilePhone = Number(place.Prefix, place.Digits),
            BusinessPhone = random.Next(2) == 0 ? Number(place.Prefix, place.Digits) : null,
            HomePhone = random.Next(4) == 0 && all.Count > 0 ? all[random.Next(all.Count)].MobilePhone : random.Next(2) == 0 ? Number(place.Prefix, place.Digits) : null,
            Country = random.Next(4) == 0 ? null : place.Country,
            State = random.Next(2) == 0 ? place.State : null,
            PostalCode = random.Next(2) == 0 ? "98101" : random.Next(2) == 0 ? "10001" : null,
            TimeZone = random.Next(3) switch { 0 => null, 1 => place.Zone, _ => Zones.All[random.Next(Zones.All.Length)] },
            InputAttributes = random.Next(2) == 0 ? new Dictionary<string, string> { ["Debt"] = random.Next(2) == 0 ? "A" : "B" } : Contact.NoAttributes,
        };
    }

    private Contact Fewer(Contact person) => random.Next(3) switch
    {
        0 => person with { BusinessPhone = null },
        1 when person.BusinessPhone is not null => person with { MobilePhone = null },
        _ => person,
    };

    private string Number(string prefix, int digits) => $"{prefix}{string.Concat(Enumerable.Range(0, digits - 4).Select(_ => random.Next(2, 10)))}{Endings[random.Next(Endings.Length)]}";

    private Guid Id()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
