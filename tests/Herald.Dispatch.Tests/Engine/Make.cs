using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Store.Settings;
using NodaTime;

namespace Herald.Dispatch.Tests.Engine;

/// <summary>Settings and tasks that tests vary by a word.</summary>
internal static class Make
{
    public static readonly OutboundProfile Voice = new(new Guid("0a000000-0000-0000-0000-000000000001"), Channel.Voice, "simulated", null, true);
    public static readonly OutboundProfile Sms = new(new Guid("0a000000-0000-0000-0000-000000000002"), Channel.Sms, "simulated", null, true);

    public static Engagement Engagement(Channel channel = Channel.Voice, OutboundProfile? profile = null, int? cap = null) => new()
    {
        Id = Guid.NewGuid(),
        Channel = channel,
        MaxConcurrentCalls = cap,
        Profile = profile ?? (channel == Channel.Voice ? Voice : Sms),
        Workstream = new Workstream(new Guid("0b000000-0000-0000-0000-000000000001"), "+15550999", null, null, false, null),
        Template = channel == Channel.Sms ? "Hello {{FirstName}}" : null,
    };

    public static SettingsSnapshot Settings(long version, params Engagement[] engagements) => new(
        version,
        engagements.ToDictionary(engagement => engagement.Id),
        OrganisationSettings.None,
        new Dictionary<Guid, OpeningHours>(),
        new Dictionary<Guid, IReadOnlyList<CancellationPolicy>>(),
        engagements.Select(engagement => engagement.Profile!).DistinctBy(profile => profile.Id).ToDictionary(profile => profile.Id),
        new Dictionary<Guid, IReadOnlyList<string>>());

    public static DeliveryTask Task(Engagement engagement, Instant now, Duration? opens = null, Duration? closes = null, params Contact[] contacts) => new()
    {
        Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
        EngagementId = engagement.Id,
        Channel = engagement.Channel,
        AcceptedAt = now,
        Contacts = contacts.Length > 0 ? contacts : [Contact()],
        Windows = [new Window(now + (opens ?? Duration.Zero), now + (closes ?? Duration.FromHours(1)))],
    };

    public static Contact Contact(string mobile = "+15550100", string? business = null, string? home = null) => new()
    {
        UniqueIdentifier = Guid.NewGuid().ToString("N")[..12],
        FirstName = "Ann",
        LastName = "Other",
        MobilePhone = mobile,
        BusinessPhone = business,
        HomePhone = home,
    };
}
