using Herald.Store.Engines;
using Herald.Store.Statements;

namespace Herald.Store.Queue;

internal sealed class BacklogStore(Readers readers) : IBacklogStore
{
    private static readonly Command<(Guid After, int Max)> Open = new Command<(Guid After, int Max)>("read_open")
        .OneId("after", row => row.After)
        .OneNumber("max", row => row.Max);

    private static readonly Command<Guid> Queued = new Command<Guid>("read_queued").Id("id", id => id);

    public async Task<IReadOnlyList<OpenRow>> ReadOpenAsync(Guid afterTask, int max, CancellationToken ct) => await readers.QueryAsync(
        Open,
        [(afterTask, max)],
        row => new OpenRow(row.Id(0), row.Id(1), row.Id(2), row.Int(3), row.At(4), row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(7)),
        ct);

    public Task<IReadOnlyList<QueueRow>> ReadQueuedAsync(IReadOnlyCollection<Guid> deliveries, CancellationToken ct) => readers.ReadAsync(
        async session => await QueueRead.WithHistoryAsync(session, await session.QueryAsync(Queued, [.. deliveries], QueueRead.Row, ct), ct),
        ct);
}
