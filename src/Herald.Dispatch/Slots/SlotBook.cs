using System.Collections.Concurrent;
using Herald.Core.Engagements;
using Herald.Dispatch.Channels;

namespace Herald.Dispatch.Slots;

/// <summary>The slots of every outbound profile in use by this process.</summary>
internal sealed class SlotBook(ChannelRegistry channels, TimeProvider time, int batchSize) : IDisposable
{
    private readonly ConcurrentDictionary<(Guid Profile, string Transport), ProfileSlots> profiles = new();
    private readonly ConcurrentDictionary<string, TransportLoad> loads = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Live processes that share a profile's rate; at least 1.</summary>
    public int Processes { get; set; } = 1;

    /// <summary>Null: the profile names no transport, or one that this process does not have.</summary>
    public ProfileSlots? Of(OutboundProfile? profile)
    {
        if (profile is null || channels.Find(profile.Transport) is not { } channel)
            return null;
        if (!profiles.TryGetValue((profile.Id, channel.Name), out var slots))
            slots = profiles.GetOrAdd((profile.Id, channel.Name), _ => new ProfileSlots(channel, LoadOf(channel), time, batchSize));
        slots.SetRate(profile.Rate is > 0 ? (double)profile.Rate / Math.Max(1, Processes) : null);
        return slots;
    }

    public TransportLoad LoadOf(IChannel channel) => loads.GetOrAdd(channel.Name, _ => new TransportLoad());

    /// <summary>A safety net under the signals: whatever they missed is given out here.</summary>
    public void Distribute()
    {
        foreach (var slots in profiles.Values)
            slots.Distribute();
    }

    public void Dispose()
    {
        foreach (var slots in profiles.Values)
            slots.Dispose();
    }
}
