namespace Herald.Dispatch.Channels.Simulated;

/// <summary>How a simulated person behaves, by the last four digits of the number.</summary>
internal enum Person
{
    /// <summary>Answers and takes part; receives messages.</summary>
    Friendly,

    /// <summary>0404, 0486, 0603, 0480, 0503 …: the network answers a call with that SIP status.</summary>
    Refused,

    /// <summary>0408: it rings and nobody answers.</summary>
    RingsOut,

    /// <summary>0900.</summary>
    Machine,

    /// <summary>0911.</summary>
    Fax,

    /// <summary>0001: the message is not delivered.</summary>
    Unreachable,

    /// <summary>0002.</summary>
    RepliesStop,

    /// <summary>0003.</summary>
    RepliesYes,

    /// <summary>0004: the carrier throttles the first attempt.</summary>
    ThrottledOnce,
}
