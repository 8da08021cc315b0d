using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Outcomes;
using Herald.Dispatch.Settings;
using Herald.Store;
using Herald.Store.Inbound;
using NodaTime;

namespace Herald.Dispatch.Inbound;

/// <summary>Delivered messages that nobody answered within the first response timeout keep their result, with the reason <c>no_reply</c>.</summary>
internal sealed class ReplyWatch(IHeraldStore store, SettingsCache settings)
{
    private const int Step = 1_000;
    private static readonly Duration Default = new Engagement { Id = default, Channel = Channel.Sms }.FirstResponseTimeout;

    public async Task LookOnceAsync(Instant now, CancellationToken ct)
    {
        while (await store.Inbound.ReadDueRepliesAsync(now, Step, ct) is { Count: > 0 } due)
        {
            await store.Inbound.WriteReplyLooksAsync([.. due.Select(row => Look(row, now))], now, ct);
            if (due.Count < Step)
                return;
        }
    }

    // A late receipt does not know the engagement: its row is looked at as soon as it is written.
    private ReplyLook Look(DueReply row, Instant now)
    {
        var end = row.DeliveredAt + (settings.FindEngagement(row.EngagementId)?.FirstResponseTimeout ?? Default);
        return end > now ? new ReplyLook(row.DeliveryId, end, null) : new ReplyLook(row.DeliveryId, null, ReasonSentences.WhenEnded(ReasonCode.NoReply));
    }
}
