using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Dispatch.Attempts;
using Herald.Dispatch.Telemetry;
using Herald.Store;
using Herald.Store.Queue;
using NodaTime;

namespace Herald.Dispatch.Inbound;

/// <summary>Receipts: kept first, then matched, planned and finished. Also the ones that came early, and the ones that never came.</summary>
internal sealed class ReceiptDesk(IHeraldStore store, AttemptBook attempts, SimulatedProfiles simulated, HeraldMeter meter)
{
    private const int Step = 500;

    /// <summary>Completes when the receipt is durable; the end of its delivery follows by itself.</summary>
    public async Task KeepAsync(KeptReceipt receipt, CancellationToken ct)
    {
        var kept = await store.Receipts.KeepAsync(receipt, ct);
        if (kept.IsLate)
            meter.LateReceipt();
        if (kept.Row is { } row)
            _ = attempts.FinishRowAsync(row, null, Of(receipt));
    }

    /// <summary>Receipts kept before their acknowledgement, or by a process that died before it finished them.</summary>
    public async Task<int> MatchOnceAsync(CancellationToken ct)
    {
        var matched = await store.Receipts.ReadMatchedAsync(Step, ct);
        await Task.WhenAll(matched.Select(pair => attempts.FinishRowAsync(pair.Row, null, Of(pair.Receipt)))).WaitAsync(ct);
        return matched.Count;
    }

    /// <summary>A receipt that is overdue makes the result Unknown; a late one may still correct it.</summary>
    public async Task<int> TimeOutOnceAsync(Instant now, CancellationToken ct)
    {
        var rows = await store.Queue.ReadOverdueReceiptsAsync(now, Step, ct);
        var lost = new AttemptOutcome
        {
            Result = DeliveryResult.Unknown,
            EndedAt = now,
            ReasonCode = ReasonCode.ReceiptTimeout,
            Reason = ReasonSentences.WhenEnded(ReasonCode.ReceiptTimeout),
        };
        await Task.WhenAll(rows.Select(row => attempts.FinishRowAsync(row, null, lost))).WaitAsync(ct);
        meter.OverdueReceipts(rows.Count);
        return rows.Count;
    }

    private AttemptOutcome Of(KeptReceipt receipt) => new()
    {
        Result = receipt.Result,
        EndedAt = receipt.At,
        CallId = receipt.MessageId,
        Diagnostics = receipt.Diagnostics,
        Reason = ResultSentences.Of(receipt.Result),
        ReasonCode = simulated.Contains(receipt.ProfileId) ? ReasonCode.Simulated : null,
    };
}
