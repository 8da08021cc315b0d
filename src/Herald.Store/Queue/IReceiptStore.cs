using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>Receipts may come before their acknowledgement, twice, late, or at another process: they go by the store.</summary>
public interface IReceiptStore
{
    /// <summary>Keeps the receipt (durable before the carrier is answered). A match with a sent row names it, to be planned and finished; one with a row that ended Unknown corrects it.</summary>
    Task<ReceiptAnswer> KeepAsync(KeptReceipt receipt, CancellationToken ct);

    /// <summary>Those of the deliveries that are still sent.</summary>
    Task<IReadOnlyList<QueueRow>> ReadSentAsync(IReadOnlyCollection<Guid> deliveries, CancellationToken ct);

    /// <summary>What is known of a submit once its answer has come after all.</summary>
    Task<LateSubmitFate> TakeLateSubmitAsync(LateSubmit answer, CancellationToken ct);

    /// <summary>Matches receipts kept since then whose message is known all the same (two processes wrote at once); those that complete a sent row are returned with it.</summary>
    Task<IReadOnlyList<(KeptReceipt Receipt, Guid Delivery)>> MatchStraysAsync(Instant since, int max, CancellationToken ct);

    /// <summary>Receipts kept before their acknowledgement whose row is sent now; for the inbound loop.</summary>
    Task<IReadOnlyList<(KeptReceipt Receipt, QueueRow Row)>> ReadMatchedAsync(int max, CancellationToken ct);
}
