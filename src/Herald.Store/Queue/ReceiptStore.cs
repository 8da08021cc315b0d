using Herald.Store.Engines;
using Herald.Store.Writing;

namespace Herald.Store.Queue;

internal sealed class ReceiptStore(Readers readers, Writer writer) : IReceiptStore
{
    public Task<QueueRow?> KeepAsync(KeptReceipt receipt, CancellationToken ct) => throw new NotImplementedException($"{readers}{writer}");

    public Task<IReadOnlyList<(KeptReceipt Receipt, QueueRow Row)>> ReadMatchedAsync(int max, CancellationToken ct) => throw new NotImplementedException($"{readers}{writer}");
}
