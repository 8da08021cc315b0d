namespace Herald.Smpp.Protocol;

/// <summary>TON (SMPP 3.4 §5.2.5).</summary>
internal enum TypeOfNumber : byte
{
    Unknown = 0,
    International = 1,
    National = 2,
    NetworkSpecific = 3,
    SubscriberNumber = 4,
    Alphanumeric = 5,
    Abbreviated = 6,
}
