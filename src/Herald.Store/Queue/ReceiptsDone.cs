using Herald.Store.Statements;

namespace Herald.Store.Queue;

/// <summary>The receipts of a finished message wait for nobody any more.</summary>
internal static class ReceiptsDone
{
    private static readonly Command<Guid> Done = new Command<Guid>("settle_receipts").Id("delivery", id => id);

    public static void Write(ISqlSession session, IReadOnlyList<FinishedDelivery> rows) =>
        session.Later(Done, [.. rows.Where(row => row.Owner is null).Select(row => row.DeliveryId)]);
}
