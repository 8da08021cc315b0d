namespace Herald.Store.Queue;

/// <param name="Row">A sent row that the receipt completes, to be planned and finished; null: none.</param>
/// <param name="IsLate">It came after its delivery had ended Unknown, and corrected it.</param>
public sealed record ReceiptAnswer(QueueRow? Row, bool IsLate);
