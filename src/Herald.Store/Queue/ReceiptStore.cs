using Herald.Core.Deliveries;
using Herald.Store.Engines;
using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Queue;

internal sealed class ReceiptStore(Readers readers, Writer writer) : IReceiptStore
{
    private static readonly Command<Guid> Sent = new Command<Guid>("read_sent").Id("id", id => id);
    private static readonly Command<int> Matched = new Command<int>("read_matched_receipts").OneNumber("max", max => max);

    public Task<ReceiptAnswer> KeepAsync(KeptReceipt receipt, CancellationToken ct) => writer.WriteAsync(new KeepReceipt(receipt), ct);

    public Task<IReadOnlyList<QueueRow>> ReadSentAsync(IReadOnlyCollection<Guid> deliveries, CancellationToken ct) =>
        readers.ReadAsync(async session => await QueueRead.WithHistoryAsync(session, await session.QueryAsync(Sent, [.. deliveries], QueueRead.Row, ct), ct), ct);

    public Task<LateSubmitFate> TakeLateSubmitAsync(LateSubmit answer, CancellationToken ct) => writer.WriteAsync(new TakeLateSubmit(answer), ct);

    public Task<IReadOnlyList<(KeptReceipt Receipt, Guid Delivery)>> MatchStraysAsync(Instant since, int max, CancellationToken ct) =>
        writer.WriteAsync(new MatchStrays(since, max), ct);

    public Task<IReadOnlyList<(KeptReceipt Receipt, QueueRow Row)>> ReadMatchedAsync(int max, CancellationToken ct) =>
        readers.ReadAsync<IReadOnlyList<(KeptReceipt, QueueRow)>>(
            async session =>
            {
                var found = await session.QueryAsync(Matched, [max], row => (Receipt: Receipt(row, 14), Row: QueueRead.Row(row)), ct);
                // Several segments of a message: its failure comes first.
                var firsts = found.DistinctBy(match => match.Row.DeliveryId).ToList();
                var rows = await QueueRead.WithHistoryAsync(session, [.. firsts.Select(match => match.Row)], ct);
                return [.. firsts.Zip(rows, (match, row) => (match.Receipt, row))];
            },
            ct);

    /// <summary>Of <c>profile_id, message_id, result, received_at, diagnostics</c> from <paramref name="first"/> on.</summary>
    internal static KeptReceipt Receipt(ISqlRow row, int first) =>
        new(row.Id(first), row.Text(first + 1), (DeliveryResult)row.Int(first + 2), row.At(first + 3), row.TextOrNull(first + 4));
}
