using NodaTime;

namespace Herald.Store.Intake;

/// <summary>Where accepted requests become durable.</summary>
public interface IIntakeStore
{
    /// <summary>Group-committed: completes once the task is on disk (or was found to be a repeat).</summary>
    /// <exception cref="StoreBusyException">The intake lane is full.</exception>
    ValueTask<IntakeAnswer> AppendAsync(NewTask task, CancellationToken ct);

    /// <summary>All tasks of a bulk request or none. Up to 20,000 in one transaction; more in slices of 5,000 that stay held until the batch row closes in the last one.</summary>
    Task AppendBatchAsync(NewBatch batch, IAsyncEnumerable<NewTask> tasks, CancellationToken ct);

    /// <summary>Whether a batch or an upload of consents has that id.</summary>
    Task<bool> IsUploadKnownAsync(Guid id, CancellationToken ct);

    /// <summary>How far the reading of a file has come: its row, In Progress or Failed. Nothing of the batch is accepted by it.</summary>
    Task ReportBatchAsync(NewBatch batch, bool failed, CancellationToken ct);

    /// <summary>The answer kept under that repeat key in the last 24 h, if any.</summary>
    ValueTask<KeptAnswer?> FindRepeatAsync(byte[] key, Instant now, CancellationToken ct);
}
