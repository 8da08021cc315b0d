using Herald.Dispatch.Channels;
using Herald.Store;
using Herald.Store.Inbound;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Inbound;

/// <summary>Messages in parts: kept before the carrier is answered, put together where the last part comes, or here when that process died or parts stay away.</summary>
internal sealed partial class PartDesk(IHeraldStore store, ChannelRegistry channels, ReplyDesk replies, TimeProvider time, ILogger<PartDesk> log)
{
    private const int Step = 100;

    /// <summary>How long whoever has taken a message may need for it.</summary>
    private static readonly Duration Claim = Duration.FromSeconds(30);

    /// <summary>A message without its other parts is handled then, as it is.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(5);

    /// <summary>How long a part that comes again is known for a repetition.</summary>
    private static readonly Duration Remembered = Duration.FromMinutes(10);

    public async Task KeepAsync(KeptPart part, CancellationToken ct)
    {
        var now = time.GetCurrentInstant();
        var whole = await store.Inbound.KeepPartsAsync([part], now, now + Claim, ct);
        if (whole.Count > 0)
            await TryHandleAsync(whole, ct);
    }

    public async Task SweepOnceAsync(Instant now, CancellationToken ct)
    {
        foreach (var parts in await store.Inbound.ClaimStalePartsAsync(now - Claim, now - Patience, now, now + Claim, Step, ct))
            await TryHandleAsync(parts, ct);
        await store.Inbound.DropPartsAsync(now - Remembered, ct);
    }

    /// <summary>A part is answered when it is durable; a message that cannot be handled now is taken again when its claim is over.</summary>
    private async Task TryHandleAsync(IReadOnlyList<KeptPart> parts, CancellationToken ct)
    {
        try
        {
            if (channels.All.OfType<IJoinsParts>().FirstOrDefault(channel => channel.AccountId == parts[0].AccountId) is not { } channel)
                return;
            await replies.ReceiveAsync(channel.Join(parts), ct);
            await store.Inbound.SettlePartsAsync(parts[0], time.GetCurrentInstant(), ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotHandled(parts.Count, e);
        }
    }

    [LoggerMessage(1521, LogLevel.Warning, "A message in {Parts} parts could not be handled now; its parts are kept and it is tried again")]
    private partial void NotHandled(int parts, Exception e);
}
