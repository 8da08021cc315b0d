using Herald.Core.Deliveries;

namespace Herald.Core.Outcomes;

/// <summary>What a delivery receipt says (SMPP 3.4 section 5.2.28 and appendix B; two states of 5.0 beside them).</summary>
public static class SmppReceipts
{
    /// <summary>By state: the number of <c>message_state</c> and the word of <c>stat:</c>. A null outcome is no end yet.</summary>
    public static readonly IReadOnlyList<(int State, string Word, OutcomeParts? Outcome)> Table =
    [
        (0, "SCHEDULED", null),
        (1, "ENROUTE", null),
        (2, "DELIVRD", Ends(DeliveryResult.Delivered, Blame.Customer, "delivrd", "The message was delivered to the phone.")),
        (3, "EXPIRED", Ends(DeliveryResult.NotDelivered, Blame.Customer, "expired", "The phone could not be reached before the message expired.")),
        (4, "DELETED", Ends(DeliveryResult.NotDelivered, Blame.Carrier, "deleted", "The provider deleted the message before it was delivered.")),
        (5, "UNDELIV", Ends(DeliveryResult.NotDelivered, Blame.Customer, "undeliv", "The message could not be delivered to this number.")),

        // Final by the book (read for the subscriber by a desk), but providers send it when they take a message over.
        (6, "ACCEPTD", null),
        (7, "UNKNOWN", Ends(DeliveryResult.Unknown, Blame.Carrier, "unknown", "The provider does not know what became of the message.")),
        (8, "REJECTD", Ends(DeliveryResult.NotDelivered, Blame.Carrier, "rejectd", "The provider or the network rejected the message.")),
        (9, "SKIPPED", Ends(DeliveryResult.NotDelivered, Blame.Carrier, "skipped", "The provider skipped the message.")),
    ];

    /// <summary>By the TLV <c>message_state</c>. null: not final, wait on. An unlisted state is not final.</summary>
    public static OutcomeParts? From(int messageState) => Table.FirstOrDefault(row => row.State == messageState).Outcome;

    /// <summary>By the word after <c>stat:</c>, in any case; providers that write it out in full are understood.</summary>
    public static OutcomeParts? From(string stat) =>
        Table.FirstOrDefault(row => stat.Length >= 7 && stat.StartsWith(row.Word[..Math.Min(5, row.Word.Length)], StringComparison.OrdinalIgnoreCase)).Outcome;

    private static OutcomeParts Ends(DeliveryResult result, Blame blame, string word, string reason) => new(result, blame, $"receipt_{word}", reason);
}
