using Herald.Core.Deliveries;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Settings;
using Herald.Dispatch.Telemetry;
using Herald.Store;
using Herald.Store.Inbound;

namespace Herald.Dispatch.Inbound;

/// <summary>A reply within the first response timeout opens the conversation of the delivery it answers, once. A later one comes in as a conversation of its own that names the delivery and is marked late.</summary>
internal sealed class ReplyKeeper(IHeraldStore store, SettingsCache settings, HeraldMeter meter)
{
    public async Task KeepAsync(InboundMessage message, CancellationToken ct)
    {
        var reply = new KeptReply(message.From, message.To, message.Text, message.At, message.SourceId, null, false);
        if (await store.Facts.LastMessageAsync(message.From, ct) is { } last)
        {
            var engagement = settings.FindEngagement(last.EngagementId);
            reply = reply with
            {
                DeliveryId = last.DeliveryId,
                InTime = engagement is not null && FirstResponse.IsInTime(last.AwaitsReceipt, last.At, engagement.FirstResponseTimeout, message.At),
                EngagementId = last.EngagementId,
                ContactId = last.ContactId,
                WorkstreamId = engagement?.Workstream?.Id,
                QueueId = engagement?.QueueId,
            };
        }

        await store.Inbound.KeepReplyAsync(reply, ct);
        meter.Reply(reply.DeliveryId is null ? "unasked" : reply.InTime ? "in_time" : "late");
    }
}
