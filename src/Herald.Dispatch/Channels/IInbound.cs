using Herald.Store.Queue;

namespace Herald.Dispatch.Channels;

/// <summary>Where channels bring what arrives by itself.</summary>
public interface IInbound
{
    /// <summary>Completes once the receipt is durable: only then may the carrier be answered. May come before its acknowledgement, twice, or for an attempt of another process.</summary>
    /// <exception cref="Store.StoreUnavailableException">Nothing kept; let the carrier send it again.</exception>
    Task ReceiptAsync(KeptReceipt receipt, CancellationToken ct);

    /// <summary>A message from a person. Completes once what it means (an opt-out) is durable.</summary>
    Task MessageAsync(InboundMessage message, CancellationToken ct);
}
