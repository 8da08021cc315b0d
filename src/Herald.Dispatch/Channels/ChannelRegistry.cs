namespace Herald.Dispatch.Channels;

/// <summary>The channels of this process by transport key (case-blind). A profile whose key is absent attempts nothing here.</summary>
public sealed class ChannelRegistry(IEnumerable<IChannel> channels)
{
    private readonly Dictionary<string, IChannel> byName = channels.ToDictionary(channel => channel.Name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<IChannel> All => byName.Values;

    public IChannel? Find(string? transport) => transport is not null && byName.TryGetValue(transport, out var channel) ? channel : null;

    public async Task StartAsync(IInbound inbound, CancellationToken ct)
    {
        foreach (var channel in byName.Values)
            await channel.StartAsync(inbound, ct);
    }

    public Task HangUpAsync(CancellationToken ct) => Task.WhenAll(byName.Values.Select(channel => channel.HangUpAsync(ct)));
}
