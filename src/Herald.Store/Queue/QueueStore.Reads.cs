using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Queue;

internal sealed partial class QueueStore
{
    private static readonly Command<Guid> InFlight = new Command<Guid>("count_in_flight").OneId("engagement", id => id);
    private static readonly Command<Guid> Earliest = new Command<Guid>("next_check").OneId("engagement", id => id);
    private static readonly Command<int> Engagements = new("open_engagements");
    private static readonly Command<int> AllOwners = new("read_owners");
    private static readonly Command<int> Depths = new("queue_depth");

    private static readonly Command<(Guid Owner, int Max)> Started = new Command<(Guid Owner, int Max)>("read_started")
        .OneId("owner", row => row.Owner)
        .OneNumber("max", row => row.Max);

    private static readonly Command<(Instant Now, int Max)> Overdue = new Command<(Instant Now, int Max)>("read_overdue_receipts")
        .OneAt("now", row => row.Now)
        .OneNumber("max", row => row.Max);

    public async Task<int> CountInFlightAsync(Guid engagementId, CancellationToken ct) =>
        (await readers.QueryAsync(InFlight, [engagementId], row => row.Int(0), ct))[0];

    public async Task<Instant?> NextCheckAsync(Guid engagementId, CancellationToken ct) =>
        (await readers.QueryAsync(Earliest, [engagementId], row => row.AtOrNull(0), ct)).FirstOrDefault();

    public async Task<IReadOnlyList<Guid>> OpenEngagementsAsync(CancellationToken ct) =>
        await readers.QueryAsync(Engagements, [0], row => row.Id(0), ct);

    public async Task<IReadOnlyList<Guid>> OwnersAsync(CancellationToken ct) => await readers.QueryAsync(AllOwners, [0], row => row.Id(0), ct);

    public Task<IReadOnlyList<QueueRow>> ReadStartedByAsync(Guid owner, int max, CancellationToken ct) =>
        readers.ReadAsync(session => QueueRead.ReadAsync(session, Started, (owner, max), ct), ct);

    public Task<IReadOnlyList<QueueRow>> ReadOverdueReceiptsAsync(Instant now, int max, CancellationToken ct) =>
        readers.ReadAsync(session => QueueRead.ReadAsync(session, Overdue, (now, max), ct), ct);

    public async Task<QueueDepth> DepthAsync(CancellationToken ct) =>
        (await readers.QueryAsync(Depths, [0], row => new QueueDepth(row.Number(0), row.Number(1)), ct))[0];
}
