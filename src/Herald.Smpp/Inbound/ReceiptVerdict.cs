namespace Herald.Smpp.Inbound;

/// <summary>What a receipt says of the message in the end.</summary>
public enum ReceiptVerdict
{
    /// <summary>Another receipt is to come.</summary>
    NotYet,

    Delivered,

    NotDelivered,

    /// <summary>The SMSC has lost sight of it: no more receipts, no verdict.</summary>
    Undetermined,
}
