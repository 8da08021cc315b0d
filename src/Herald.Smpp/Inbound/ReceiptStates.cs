using System.Collections.Frozen;
using static Herald.Smpp.Inbound.ReceiptState;

namespace Herald.Smpp.Inbound;

/// <summary>States, their words in receipt texts (SMPP 3.4 appendix B, and variants in use) and their verdicts.</summary>
internal static class ReceiptStates
{
    private static readonly FrozenDictionary<string, ReceiptState> Words = new Dictionary<string, ReceiptState>(StringComparer.OrdinalIgnoreCase)
    {
        ["DELIVRD"] = Delivered,
        ["EXPIRED"] = Expired,
        ["DELETED"] = Deleted,
        ["UNDELIV"] = Undeliverable,
        ["ACCEPTD"] = Accepted,
        ["UNKNOWN"] = Unknown,
        ["REJECTD"] = Rejected,
        ["ENROUTE"] = Enroute,
        ["SKIPPED"] = Skipped,
        ["SCHEDULED"] = Scheduled,
        ["DELIVERED"] = Delivered,
        ["DELIVERD"] = Delivered,
        ["UNDELIVERABLE"] = Undeliverable,
        ["UNDELIVERED"] = Undeliverable,
        ["UNDELIVRD"] = Undeliverable,
        ["FAILED"] = Undeliverable,
        ["ACCEPTED"] = Accepted,
        ["REJECTED"] = Rejected,
        ["BUFFERED"] = Enroute,
        ["EN_ROUTE"] = Enroute,
        ["BUFFRED"] = Enroute,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static ReceiptState? Of(string word) => Words.TryGetValue(word, out var state) ? state : null;

    public static ReceiptState? Of(byte? messageState) => messageState is <= (byte)Skipped ? (ReceiptState)messageState : null;

    public static ReceiptVerdict VerdictOf(ReceiptState state) => state switch
    {
        Delivered => ReceiptVerdict.Delivered,
        Expired or Deleted or Undeliverable or Rejected or Skipped => ReceiptVerdict.NotDelivered,
        // ACCEPTD is final in appendix B (read on the subscriber's behalf), but carriers send it for "we have it" and DELIVRD after it.
        Scheduled or Enroute or Accepted => ReceiptVerdict.NotYet,
        _ => ReceiptVerdict.Undetermined,
    };
}
