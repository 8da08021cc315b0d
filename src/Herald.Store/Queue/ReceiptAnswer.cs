namespace Herald.Store.Queue;

/// <param name="Delivery">A sent row that the receipt completes, to be read, planned and finished; null: none.</param>
/// <param name="IsLate">It came after its delivery had ended Unknown, and corrected it.</param>
public sealed record ReceiptAnswer(Guid? Delivery, bool IsLate)
{
    internal static readonly ReceiptAnswer None = new(null, false);
    internal static readonly ReceiptAnswer Late = new(null, true);
}
