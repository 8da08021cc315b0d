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

    /// <summary>Who takes a call to that number of ours; asked before anything is kept of a call: from memory, at once.</summary>
    /// <param name="transport">Name of the channel it came by.</param>
    /// <param name="number">As dialled, with or without its '+'.</param>
    /// <returns>Null: no number of this channel, or its profile names no agent.</returns>
    InboundRoute? RouteOf(string transport, string number);

    /// <summary>A person opted out of calls on the line. Completes once it is durable, however long that takes: only then may the line be cut.</summary>
    /// <exception cref="OperationCanceledException">The process gave up at its stop.</exception>
    Task OptedOutAsync(string number);
}
