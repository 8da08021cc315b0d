using Herald.Store.Engines;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Intake;

internal sealed partial class IntakeStore(Readers readers, Writer writer) : IIntakeStore
{
    public ValueTask<IntakeAnswer> AppendAsync(NewTask task, CancellationToken ct) => new(writer.WriteAsync(new AppendTask(task), ct));

    public async ValueTask<KeptAnswer?> FindRepeatAsync(byte[] key, Instant now, CancellationToken ct) =>
        await readers.ReadAsync(session => RepeatKeys.FindAsync(session, key, now, ct).AsTask(), ct);

    public Task AppendBatchAsync(NewBatch batch, IAsyncEnumerable<NewTask> tasks, CancellationToken ct) => throw new NotImplementedException();
}
