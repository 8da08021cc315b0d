namespace Herald.Smpp.Accounts;

/// <summary>Why the SMSC has nothing of a message.</summary>
public enum NotSentReason
{
    /// <summary>No bind for sending is up.</summary>
    NoBind,

    /// <summary>All windows are full.</summary>
    WindowFull,

    /// <summary>The account's or the sender's segments per second are used up.</summary>
    RateLimited,

    /// <summary>The SMSC said throttled, queue full or system error, to this message or just before it.</summary>
    Throttled,

    /// <summary>The connection ended before the message was handed to it, or the SMSC no longer knew the bind.</summary>
    NeverLeft,

    /// <summary><see cref="OutboundMessage.ValidUntil"/> is past.</summary>
    ValidityPast,

    /// <summary>The account is stopping or has not been started.</summary>
    Stopped,
}
