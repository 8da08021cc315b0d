namespace Herald.Store.Queue;

/// <param name="Delivery">A sent row that the receipt completes; null: none.</param>
/// <param name="IsLate">It corrected an end.</param>
internal sealed record ReceiptMatch(Guid? Delivery, bool IsLate)
{
    public static readonly ReceiptMatch None = new(null, false);
    public static readonly ReceiptMatch Late = new(null, true);
}
