using Herald.Store.Engines;
using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Queue;

internal sealed partial class QueueStore(Readers readers, Writer writer) : IQueueStore
{
    private static readonly Command<(Guid Engagement, Instant Now, int Max)> Due = new Command<(Guid Engagement, Instant Now, int Max)>("read_due")
        .OneId("engagement", row => row.Engagement)
        .OneAt("now", row => row.Now)
        .OneNumber("max", row => row.Max);

    private static readonly Command<(Guid Engagement, PickFloor After, int Max)> Ready = new Command<(Guid Engagement, PickFloor After, int Max)>("pick_ready")
        .OneId("engagement", row => row.Engagement)
        .OneNumber("rank", row => row.After.Rank)
        .OneId("after", row => row.After.DeliveryId)
        .OneNumber("max", row => row.Max);

    private static readonly PickFloor Bottom = new(long.MinValue, Guid.Empty);

    public Task<IReadOnlyList<QueueRow>> ReadDueAsync(Guid engagementId, Instant now, int max, CancellationToken ct) =>
        readers.ReadAsync(session => QueueRead.ReadAsync(session, Due, (engagementId, now, max), ct), ct);

    public Task<IReadOnlyList<QueueRow>> PickAsync(Guid engagementId, int max, PickFloor? after, CancellationToken ct) =>
        readers.ReadAsync(session => QueueRead.ReadAsync(session, Ready, (engagementId, after ?? Bottom, max), ct), ct);

    public Task<int> WriteLooksAsync(IReadOnlyList<Look> looks, Instant now, CancellationToken ct) =>
        looks.Count == 0 ? Task.FromResult(0) : writer.WriteAsync(new WriteLooks(looks, now), ct);

    public Task<StartAnswer> StartAsync(StartBatch batch, CancellationToken ct) => writer.WriteAsync(new StartDeliveries(batch), ct);

    public Task<bool> SentAsync(SentDelivery sent, CancellationToken ct) => writer.WriteAsync(new SendDelivery(sent), ct);

    public Task<bool> NotSentAsync(UnsentDelivery unsent, CancellationToken ct) => writer.WriteAsync(new UnsendDelivery(unsent), ct);

    public Task<bool> FinishAsync(FinishedDelivery finished, CancellationToken ct) => writer.WriteAsync(new FinishDelivery(finished), ct);
}
