using Herald.Core.Commands;
using Herald.Core.Deliveries;
using Herald.Store;
using NodaTime;

namespace Herald.Server.Actions.Creating;

/// <summary>CCaaS_CreateProactiveVoiceDelivery: without a number of its own the call goes to the contact row's.</summary>
internal sealed class VoiceDeliveryReader(IHeraldStore store)
{
    public async ValueTask<Reading<DeliveryTask>> ReadAsync(ReadOnlyMemory<byte> body, FindEngagement find, Instant now, CancellationToken ct) =>
        CreateProactiveVoiceDelivery.Read(body, find, now) switch
        {
            Reading<VoiceDelivery>.Refused refused => new Reading<DeliveryTask>.Refused(refused.Status, refused.Faults),
            Reading<VoiceDelivery>.Accepted { Value: { NumberFrom: { } contact } voice } => voice.With(await store.Contacts.FindNumbersAsync(contact, ct)),
            Reading<VoiceDelivery>.Accepted accepted => new Reading<DeliveryTask>.Accepted(accepted.Value.Task),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
