using Herald.Store.Engines;
using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Intake;

internal sealed class IntakeStore(Readers readers, Writer writer, HeldBatches held) : IIntakeStore
{
    private const int WholeRows = 20_000;
    private const int SliceRows = 5_000;

    private static readonly Command<Guid> FindUpload = new Command<Guid>("find_upload").OneId("id", id => id);

    // Once queued it is written, whether its caller waits or not: no token to watch while it is.
    public ValueTask<IntakeAnswer> AppendAsync(NewTask task, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return new(writer.WriteAsync(new AppendTask(task), CancellationToken.None));
    }

    public async ValueTask<KeptAnswer?> FindRepeatAsync(byte[] key, Instant now, CancellationToken ct) =>
        await readers.ReadAsync(session => RepeatKeys.FindAsync(session, key, now, ct).AsTask(), ct);

    public async Task AppendBatchAsync(NewBatch batch, IAsyncEnumerable<NewTask> tasks, CancellationToken ct)
    {
        var waiting = new List<NewTask>();
        var created = 0;
        // Only a request that outgrows one transaction is sliced; from its first record when it says how many there are.
        var sliced = batch.Count > WholeRows;
        try
        {
            await foreach (var task in tasks.WithCancellation(ct))
            {
                waiting.Add(task);
                created++;
                sliced |= created > WholeRows;
                if (sliced && waiting.Count >= SliceRows)
                    await HoldAsync(batch, waiting, created, ct);
            }

            if (!sliced)
            {
                await writer.WriteAsync(new AppendWhole(batch, waiting), ct);
                return;
            }

            await HoldAsync(batch, waiting, created, ct);
            await writer.WriteAsync(new CloseBatch(batch, created), ct);
        }
        catch when (sliced)
        {
            await held.DropAsync(batch.Id, CancellationToken.None);
            throw;
        }

        await held.ReleaseAsync(batch.Id, CancellationToken.None);
    }

    public async Task<bool> IsUploadKnownAsync(Guid id, CancellationToken ct) => (await readers.QueryAsync(FindUpload, [id], row => row.Int(0), ct)).Count > 0;

    public Task ReportBatchAsync(NewBatch batch, bool failed, CancellationToken ct) => writer.WriteAsync(new ReportBatch(batch, failed), ct);

    private async Task HoldAsync(NewBatch batch, List<NewTask> waiting, int created, CancellationToken ct)
    {
        var before = created - waiting.Count;
        foreach (var slice in waiting.Chunk(SliceRows))
        {
            await writer.WriteAsync(new HoldSlice(batch, slice, before), ct);
            before += slice.Length;
        }

        waiting.Clear();
    }
}
