namespace Herald.Sip.Transactions;

/// <summary>What a move does, in this order.</summary>
[Flags]
internal enum TransactionAction
{
    None = 0,

    /// <summary>Hand the message to the user.</summary>
    Pass = 1,

    /// <summary>Send the message our user gave.</summary>
    Send = 2,

    /// <summary>Send the last one again.</summary>
    SendAgain = 4,

    /// <summary>Acknowledge a refusal, hop by hop (RFC 3261 §17.1.1.3).</summary>
    SendAck = 8,

    /// <summary>Arm timer A, E or G for its next, doubled, gap.</summary>
    ArmResend = 16,

    /// <summary>Arm timer H.</summary>
    ArmTimeOut = 32,

    /// <summary>Arm the linger timer of the state entered.</summary>
    ArmLinger = 64,

    StopResend = 128,

    StopTimeOut = 256,

    /// <summary>Tell the user that no answer came.</summary>
    TellTimeOut = 512,

    /// <summary>Tell the user that the transport failed.</summary>
    TellTransport = 1024,
}
