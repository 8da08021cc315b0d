using System.Collections.Concurrent;
using System.Threading.Channels;
using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Dispatch.Attempts;
using Herald.Dispatch.Telemetry;
using Herald.Store;
using Herald.Store.Queue;
using NodaTime;

namespace Herald.Dispatch.Inbound;

/// <summary>Receipts: kept first, then their rows are read together, planned and finished. Also the receipts that came early, and the ones that never came.</summary>
internal sealed class ReceiptDesk(IHeraldStore store, AttemptBook attempts, SimulatedProfiles simulated, HeraldMeter meter)
{
    private const int Step = 500;

    /// <summary>Far longer than two transactions can overlap.</summary>
    private static readonly Duration Young = Duration.FromMinutes(5);

    // Ids only: what is here is in the store, too, and found there by whoever lives on.
    private readonly Channel<(Guid Delivery, KeptReceipt Receipt)> decided = System.Threading.Channels.Channel.CreateUnbounded<(Guid, KeptReceipt)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<Guid, bool> underWay = new();
    private Instant lookedSince = Instant.FromUnixTimeMilliseconds(0);

    /// <summary>Completes when the receipt is durable; the end of its delivery follows by itself.</summary>
    public async Task KeepAsync(KeptReceipt receipt, CancellationToken ct)
    {
        var kept = await store.Receipts.KeepAsync(receipt, ct);
        if (kept.IsLate)
            meter.LateReceipt();
        if (kept.Delivery is { } delivery)
            Decide(delivery, receipt);
    }

    /// <summary>Receipts that came to one process in the moment in which another wrote their message.</summary>
    public async Task MatchStraysOnceAsync(Instant now, CancellationToken ct)
    {
        var strays = await store.Receipts.MatchStraysAsync(lookedSince, Step, ct);
        foreach (var (receipt, delivery) in strays)
            Decide(delivery, receipt);
        // At first all of them: the processes that kept them may be gone.
        if (strays.Count < Step)
            lookedSince = now - Young;
    }

    /// <summary>Finishes what receipts have decided, as they come.</summary>
    public async Task FinishAllAsync(CancellationToken ct)
    {
        var batch = new List<(Guid Delivery, KeptReceipt Receipt)>(Step);
        while (await decided.Reader.WaitToReadAsync(ct))
        {
            while (batch.Count < Step && decided.Reader.TryRead(out var one))
                batch.Add(one);
            try
            {
                await FinishAsync(batch.ToDictionary(one => one.Delivery, one => one.Receipt), ct);
            }
            finally
            {
                batch.ForEach(one => underWay.TryRemove(one.Delivery, out _));
                batch.Clear();
            }
        }
    }

    /// <summary>Receipts kept before their acknowledgement, or by a process that died before it finished them.</summary>
    public async Task<int> MatchOnceAsync(CancellationToken ct)
    {
        var matched = (await store.Receipts.ReadMatchedAsync(Step, ct)).Where(pair => !underWay.ContainsKey(pair.Row.DeliveryId)).ToList();
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

    private void Decide(Guid delivery, KeptReceipt receipt)
    {
        if (underWay.TryAdd(delivery, true))
            decided.Writer.TryWrite((delivery, receipt));
    }

    private async Task FinishAsync(Dictionary<Guid, KeptReceipt> receipts, CancellationToken ct)
    {
        var rows = await store.Receipts.ReadSentAsync(receipts.Keys, ct);
        await Task.WhenAll(rows.Select(row => attempts.FinishRowAsync(row, null, Of(receipts[row.DeliveryId])))).WaitAsync(ct);
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
