namespace Herald.Smpp.Inbound;

/// <summary>How an account's SMSC writes receipts.</summary>
public sealed record ReceiptRules
{
    /// <summary>Form of message_id in submit_sm_resp and of receipted_message_id. Default: opaque.</summary>
    public MessageIdForm AnswerIds { get; init; }

    /// <summary>Form of id: in the text of a receipt. Default: opaque.</summary>
    public MessageIdForm ReceiptIds { get; init; }

    /// <summary>Offset from UTC of the dates in receipts. Default: 0; range: -14 to 14 hours.</summary>
    public TimeSpan DateOffset { get; init; }
}
