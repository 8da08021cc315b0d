using Herald.Core.Commands;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Tests.Commands;

/// <summary>The engagements requests are read against.</summary>
internal static class Given
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 12, 0);

    public static readonly Guid Inactive = Guid.Parse("c3d4e5f6-0000-0000-0000-000000000001");
    public static readonly Guid WithTemplate = Guid.Parse("c3d4e5f6-0000-0000-0000-000000000002");
    public static readonly Guid Unusable = Guid.Parse("c3d4e5f6-0000-0000-0000-000000000003");
    public static readonly Guid WhatsApp = Guid.Parse("c3d4e5f6-0000-0000-0000-000000000004");
    public static readonly Guid Unknown = Guid.Parse("c3d4e5f6-0000-0000-0000-00000000000f");

    private static readonly Dictionary<Guid, Engagement> Engagements = new Engagement[]
    {
        new() { Id = Samples.VoiceEngagement, Channel = Channel.Voice },
        new() { Id = Samples.SmsEngagement, Channel = Channel.Sms },
        new() { Id = Inactive, Channel = Channel.Voice, Active = false },
        new() { Id = WithTemplate, Channel = Channel.Sms, Template = "Hello {{FirstName}}" },
        new() { Id = Unusable, Channel = Channel.Voice, Unusable = "no workstream" },
        new() { Id = WhatsApp, Channel = Channel.Voice, ChannelServed = false },
    }.ToDictionary(engagement => engagement.Id);

    public static readonly FindEngagement Find = Engagements.GetValueOrDefault;
}
