namespace Herald.Sip.Transactions;

internal enum TransactionEvent
{
    /// <summary>1xx, received by a client or sent by our user through a server.</summary>
    Provisional,

    /// <summary>2xx, likewise.</summary>
    Success,

    /// <summary>300..699, likewise.</summary>
    Failure,

    /// <summary>The same request again, at a server.</summary>
    Repeated,

    Ack,

    /// <summary>Timers A, E, G.</summary>
    Resend,

    /// <summary>Timers B, F, H.</summary>
    TimeOut,

    /// <summary>Timers D, I, J, K, L, M.</summary>
    Linger,

    TransportError,
}
