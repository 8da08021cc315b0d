using System.Text.Json;
using Herald.Core.Deliveries;
using Herald.Smpp.Accounts;
using Herald.Smpp.Inbound;
using Herald.Smpp.Sessions;
using Herald.Store.Queue;
using NodaTime.Extensions;

namespace Herald.Dispatch.Channels.Sms;

/// <summary>Receipts and replies of an account on their way to the desk. The SMSC is answered when they are durable; when the store is away it sends again.</summary>
internal sealed class SmsArrivals(string transport, IInbound inbound, Action slotsChanged, Action<LateAnswer> late, TimeProvider time) : ISmppHandler
{
    private readonly Guid scope = ReceiptScope.Of(transport);

    public async ValueTask ReceiptAsync(DeliveryReceipt receipt, CancellationToken cancellation)
    {
        // A message whose fate the SMSC has forgotten, too, waits for its timeout: it becomes Unknown there, and a better receipt may still come.
        if (receipt.Verdict is not (ReceiptVerdict.Delivered or ReceiptVerdict.NotDelivered))
            return;
        var result = receipt.Verdict == ReceiptVerdict.Delivered ? DeliveryResult.Delivered : DeliveryResult.NotDelivered;
        await inbound.ReceiptAsync(new KeptReceipt(scope, receipt.Keys[0], result, time.GetCurrentInstant(), DiagnosticsOf(receipt)), cancellation);
    }

    public async ValueTask MessageAsync(Herald.Smpp.Inbound.InboundMessage message, CancellationToken cancellation) =>
        await inbound.MessageAsync(new InboundMessage(transport, SmsNumbers.E164(message.From), message.To, message.Text ?? "", time.GetCurrentInstant()), cancellation);

    public async ValueTask<bool> PartAsync(InboundPart part, CancellationToken cancellation)
    {
        await inbound.PartAsync(SmsParts.Keep(scope, part, time.GetCurrentInstant()), cancellation);
        return true;
    }

    public void LateAnswer(LateAnswer answer) => late(answer);

    public void SlotsChanged() => slotsChanged();

    private static string DiagnosticsOf(DeliveryReceipt receipt) => JsonSerializer.Serialize(new Dictionary<string, string?>
    {
        ["state"] = receipt.State.ToString(),
        ["err"] = Short(receipt.ErrorCode),
        ["id"] = Short(receipt.MessageId),
        ["done"] = receipt.DoneAt?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
    });

    private static string Short(string text) => text.Length <= 65 ? text : text[..65];
}
