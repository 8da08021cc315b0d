namespace Herald.Sip.Transactions;

internal enum TransactionFailure
{
    TimeOut,
    Transport,
}
