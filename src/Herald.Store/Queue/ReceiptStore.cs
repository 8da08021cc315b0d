using Herald.Core.Deliveries;
using Herald.Store.Engines;
using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Queue;

internal sealed class ReceiptStore(Readers readers, Writer writer) : IReceiptStore
{
    private static readonly Command<Guid> Sent = new Command<Guid>("read_sent").OneId("id", id => id);
    private static readonly Command<int> Matched = new Command<int>("read_matched_receipts").OneNumber("max", max => max);

    public async Task<QueueRow?> KeepAsync(KeptReceipt receipt, CancellationToken ct)
    {
        if (await writer.WriteAsync(new KeepReceipt(receipt), ct) is not { } delivery)
            return null;
        var rows = await readers.ReadAsync(session => QueueRead.ReadAsync(session, Sent, delivery, ct), ct);
        return rows.Count > 0 ? rows[0] : null;
    }

    public Task<IReadOnlyList<(KeptReceipt Receipt, QueueRow Row)>> ReadMatchedAsync(int max, CancellationToken ct) =>
        readers.ReadAsync<IReadOnlyList<(KeptReceipt, QueueRow)>>(
            async session =>
            {
                var found = await session.QueryAsync(Matched, [max], row => (Receipt: Receipt(row), Row: QueueRead.Row(row)), ct);
                // Several segments of a message: its failure comes first.
                var firsts = found.DistinctBy(match => match.Row.DeliveryId).ToList();
                var rows = await QueueRead.WithHistoryAsync(session, [.. firsts.Select(match => match.Row)], ct);
                return [.. firsts.Zip(rows, (match, row) => (match.Receipt, row))];
            },
            ct);

    private static KeptReceipt Receipt(ISqlRow row) => new(row.Id(14), row.Text(15), (DeliveryResult)row.Int(16), row.At(17), row.TextOrNull(18));
}
