using Herald.Store.Inbound;
using Herald.Store.Queue;

namespace Herald.Dispatch.Channels;

/// <summary>Where channels bring what arrives by itself.</summary>
public interface IInbound
{
    /// <summary>Completes once the receipt is durable: only then may the carrier be answered. May come before its acknowledgement, twice, or for an attempt of another process.</summary>
    /// <exception cref="Store.StoreUnavailableException">Nothing kept; let the carrier send it again.</exception>
    Task ReceiptAsync(KeptReceipt receipt, CancellationToken ct);

    /// <summary>A message from a person. Completes once what it means (an opt-out, its text) is durable.</summary>
    Task MessageAsync(InboundMessage message, CancellationToken ct);

    /// <summary>A part of one. Completes once it is durable; the message follows when all its parts are there, whichever process they came to.</summary>
    Task PartAsync(KeptPart part, CancellationToken ct);

    /// <summary>The answer to a submit that was reported Unknown. Returns at once; the delivery is put right when its end is written, and never goes backwards.</summary>
    void LateSubmit(LateSubmit answer);
}
