namespace Herald.Smpp.Inbound;

/// <summary>A delivery receipt (SMPP 3.4 §2.11, appendix B), from its TLVs, its text or both. May come twice, early, late or on any bind.</summary>
/// <param name="Keys">
/// One or two keys (<see cref="MessageIdKey"/>) the message may be stored under, the likelier first; never empty.
/// </param>
/// <param name="MessageId">As the SMSC spelt it, for people.</param>
/// <param name="State">From message_state, else from stat:; Unknown when neither is legible.</param>
/// <param name="ErrorCode">err: of the text, else network_error_code as network type and six hexadecimal digits; empty when neither came.</param>
/// <param name="SubmittedAt">submit date:, in the zone the account's options name; null when absent or illegible.</param>
/// <param name="DoneAt">done date:, likewise.</param>
/// <param name="From">The recipient of the message the receipt is for.</param>
/// <param name="To">Its sender.</param>
public sealed record DeliveryReceipt(
    IReadOnlyList<string> Keys,
    string MessageId,
    ReceiptState State,
    string ErrorCode,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? DoneAt,
    string From,
    string To)
{
    public ReceiptVerdict Verdict => ReceiptStates.VerdictOf(State);
}
