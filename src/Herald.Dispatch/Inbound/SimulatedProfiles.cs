using Herald.Dispatch.Channels;
using Herald.Dispatch.Settings;

namespace Herald.Dispatch.Inbound;

/// <summary>Whether what comes in for a profile is simulated: every row says so.</summary>
internal sealed class SimulatedProfiles(SettingsCache settings, ChannelRegistry channels)
{
    public bool Contains(Guid profileId) =>
        settings.Current.Profiles.GetValueOrDefault(profileId) is { } profile && channels.Find(profile.Transport) is { Simulated: true };
}
