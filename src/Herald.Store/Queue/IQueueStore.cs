using NodaTime;

namespace Herald.Store.Queue;

/// <summary>The queue of open deliveries. Every change is conditional on state and owner, so two drivers waste a read, never a call.</summary>
public interface IQueueStore
{
    /// <summary>Rows whose <c>next_check_at</c> has come: waiting ones to be planned, ready ones whose window closes. At most <paramref name="max"/> (1,000), soonest first.</summary>
    Task<IReadOnlyList<QueueRow>> ReadDueAsync(Guid engagementId, Instant now, int max, CancellationToken ct);

    /// <summary>Ready rows in call order. Reads only: the start is the claim.</summary>
    /// <param name="after">Keyset floor: rows after this (rank, delivery id) only.</param>
    Task<IReadOnlyList<QueueRow>> PickAsync(Guid engagementId, int max, PickFloor? after, CancellationToken ct);

    /// <summary>Writes what looks at waiting or ready rows decided; rows that changed meanwhile are left alone. Returns how many were written.</summary>
    Task<int> WriteLooksAsync(IReadOnlyList<Look> looks, Instant now, CancellationToken ct);

    /// <summary>One transaction: re-checks state, cancellation, suspension, opt-outs and limits of each row; reserves and logs the ones that pass.</summary>
    Task<StartAnswer> StartAsync(StartBatch batch, CancellationToken ct);

    /// <summary>Group-committed. A started row of this owner becomes sent (acknowledged, receipt awaited).</summary>
    Task<bool> SentAsync(SentDelivery sent, CancellationToken ct);

    /// <summary>Group-committed. Proven that nothing left: started → waiting, the reservation is given back.</summary>
    Task<bool> NotSentAsync(UnsentDelivery unsent, CancellationToken ct);

    /// <summary>Group-committed. Ends a started or sent row and writes what follows. False: the row was not in a state to be ended by this owner.</summary>
    Task<bool> FinishAsync(FinishedDelivery finished, CancellationToken ct);

    /// <summary>A person answered (or replied): started row gets its conversation row now, before the attempt ends.</summary>
    Task ConnectedAsync(ConnectedDelivery connected, CancellationToken ct);

    /// <summary>Started rows (they hold slots); sent rows do not count.</summary>
    Task<int> CountInFlightAsync(Guid engagementId, CancellationToken ct);

    /// <summary>Earliest <c>next_check_at</c> of the engagement's waiting and ready rows.</summary>
    Task<Instant?> NextCheckAsync(Guid engagementId, CancellationToken ct);

    /// <summary>Engagements with waiting or ready rows, by recursive seek on the staging index.</summary>
    Task<IReadOnlyList<Guid>> OpenEngagementsAsync(CancellationToken ct);

    /// <summary>Instance ids that own started rows.</summary>
    Task<IReadOnlyList<Guid>> OwnersAsync(CancellationToken ct);

    /// <summary>Started rows of that (dead) owner, at most <paramref name="max"/>.</summary>
    Task<IReadOnlyList<QueueRow>> ReadStartedByAsync(Guid owner, int max, CancellationToken ct);

    /// <summary>Sent rows whose receipt is overdue.</summary>
    Task<IReadOnlyList<QueueRow>> ReadOverdueReceiptsAsync(Instant now, int max, CancellationToken ct);

    /// <summary>Ends all pending and future attempts of the task; a running attempt finishes and is recorded.</summary>
    Task<CancelAnswer> CancelTaskAsync(Guid taskId, string reasonCode, Instant now, CancellationToken ct);

    /// <summary>Ends up to <paramref name="max"/> queued deliveries of the engagement; returns how many, 0 when done.</summary>
    Task<int> CancelQueuedAsync(Guid engagementId, string reasonCode, Instant now, int max, CancellationToken ct);

    /// <summary>Puts rows that wait for that reason back to now, in steps of <paramref name="max"/>; returns how many, 0 when done.</summary>
    Task<int> RecheckAsync(Guid? engagementId, string reasonCode, Instant now, int max, CancellationToken ct);

    /// <summary>Ready and waiting rows over all engagements, for the gauges (estimated on PostgreSQL).</summary>
    Task<QueueDepth> DepthAsync(CancellationToken ct);
}
