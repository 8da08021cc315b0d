using Herald.Dispatch.Channels;
using Herald.Dispatch.Settings;
using Herald.Store;
using Herald.Store.Queue;
using NodaTime.Extensions;

namespace Herald.Dispatch.Inbound;

/// <summary>A reply within the engagement's first response timeout opens the conversation of the delivery it answers, once.</summary>
internal sealed class ReplyConversations(IHeraldStore store, SettingsCache settings)
{
    public async Task OpenAsync(InboundMessage message, CancellationToken ct)
    {
        if (await store.Facts.LastMessageAsync(message.From, ct) is not { } last || settings.FindEngagement(last.EngagementId) is not { } engagement)
            return;
        if (message.At > last.At + engagement.FirstResponseTimeout)
            return;
        var conversation = Guid.CreateVersion7(message.At.ToDateTimeOffset());
        await store.Queue.ConnectedAsync(
            new ConnectedDelivery(last.DeliveryId, conversation, message.From, engagement.Workstream?.Id, engagement.QueueId, last.ContactId, message.At), ct);
    }
}
