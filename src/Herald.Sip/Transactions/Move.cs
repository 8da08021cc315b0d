namespace Herald.Sip.Transactions;

internal readonly record struct Move(TransactionState Next, TransactionAction Do = TransactionAction.None);
