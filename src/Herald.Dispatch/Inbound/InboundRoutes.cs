using System.Collections.Frozen;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Dispatch.Channels;
using Herald.Store.Settings;

namespace Herald.Dispatch.Inbound;

/// <summary>Our own numbers by channel, of one version of the settings: those of workstreams and those that planners show. People call back what they saw.</summary>
internal sealed class InboundRoutes
{
    private FrozenDictionary<(string Transport, string Digits), InboundRoute> routes = FrozenDictionary<(string, string), InboundRoute>.Empty;

    public void Note(SettingsSnapshot? before, SettingsSnapshot now) => Volatile.Write(ref routes, Read(now));

    public InboundRoute? Find(string transport, string number) => Volatile.Read(ref routes).GetValueOrDefault(Key(transport, number));

    private static FrozenDictionary<(string, string), InboundRoute> Read(SettingsSnapshot settings)
    {
        var found = new Dictionary<(string, string), InboundRoute>();
        foreach (var workstream in settings.Workstreams.Values.OrderBy(workstream => workstream.Id))
            Add(found, workstream, workstream.ProfileId is { } profile ? settings.Profiles.GetValueOrDefault(profile) : null, [workstream.PhoneNumber]);
        foreach (var engagement in settings.Engagements.Values.OrderBy(engagement => engagement.Id))
            Add(found, engagement.Workstream, engagement.Profile, [engagement.Workstream?.PhoneNumber, .. engagement.Planner.DisplayNumbers.Numbers]);
        return found.ToFrozenDictionary();
    }

    // A number that two workstreams name goes by the first.
    private static void Add(Dictionary<(string, string), InboundRoute> found, Workstream? workstream, OutboundProfile? profile, IEnumerable<string?> numbers)
    {
        if (profile is not { Channel: Channel.Voice, Transport: { } transport, InboundAgent: { } agent })
            return;
        foreach (var number in numbers)
        {
            // A sender's name has no digits, and must not make every name that is dialled ours.
            if (number is not null && number.Any(char.IsAsciiDigit))
                found.TryAdd(Key(transport, number), new InboundRoute(agent, workstream?.Language, workstream?.Record == true));
        }
    }

    private static (string, string) Key(string transport, string number) => (transport.ToUpperInvariant(), new string([.. number.Where(char.IsAsciiDigit)]));
}
