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
    /// <summary>Shorter senders are short codes; E.164 has no subscriber number this short.</summary>
    private const int ShortestNumber = 7;

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
        await inbound.MessageAsync(new InboundMessage(transport, E164(message.From), message.To, message.Text ?? "", time.GetCurrentInstant()), cancellation);

    public void LateAnswer(LateAnswer answer) => late(answer);

    public void SlotsChanged() => slotsChanged();

    /// <summary>Many SMSCs leave the '+' and the type of number away.</summary>
    private static string E164(string from) => from.Length >= ShortestNumber && from.All(char.IsAsciiDigit) ? "+" + from : from;

    private static string DiagnosticsOf(DeliveryReceipt receipt) => JsonSerializer.Serialize(new Dictionary<string, string?>
    {
        ["state"] = receipt.State.ToString(),
        ["err"] = Short(receipt.ErrorCode),
        ["id"] = Short(receipt.MessageId),
        ["done"] = receipt.DoneAt?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
    });

    private static string Short(string text) => text.Length <= 65 ? text : text[..65];
}
