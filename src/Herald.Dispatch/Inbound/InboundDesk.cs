using Herald.Dispatch.Channels;
using Herald.Store.Inbound;
using Herald.Store.Queue;

namespace Herald.Dispatch.Inbound;

/// <summary>The one door for what arrives by itself.</summary>
internal sealed class InboundDesk(ReceiptDesk receipts, ReplyDesk replies, PartDesk parts, LateSubmitDesk late, InboundRoutes routes, CallOptOuts optOuts) : IInbound
{
    public Task ReceiptAsync(KeptReceipt receipt, CancellationToken ct) => receipts.KeepAsync(receipt, ct);

    public Task MessageAsync(InboundMessage message, CancellationToken ct) => replies.ReceiveAsync(message, ct);

    public Task PartAsync(KeptPart part, CancellationToken ct) => parts.KeepAsync(part, ct);

    public void LateSubmit(LateSubmit answer) => late.Take(answer);

    public InboundRoute? RouteOf(string transport, string number) => routes.Find(transport, number);

    public Task OptedOutAsync(string number) => optOuts.KeepAsync(number);
}
