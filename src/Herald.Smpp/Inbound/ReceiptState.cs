namespace Herald.Smpp.Inbound;

/// <summary>message_state (SMPP 3.4 §5.2.28; 0 and 9 from 5.0) of a receipt.</summary>
public enum ReceiptState
{
    Scheduled = 0,
    Enroute = 1,
    Delivered = 2,
    Expired = 3,
    Deleted = 4,
    Undeliverable = 5,
    Accepted = 6,
    Unknown = 7,
    Rejected = 8,
    Skipped = 9,
}
