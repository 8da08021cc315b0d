namespace Herald.Sip.Transactions;

/// <summary>States of all four machines, named as RFC 3261 §17 and RFC 6026 §7 name them.</summary>
internal enum TransactionState
{
    Calling,
    Trying,
    Proceeding,
    Accepted,
    Completed,
    Confirmed,
    Terminated,
}
