namespace Herald.Core.Deliveries;

/// <summary>The short machine codes stored in <c>hrld_reasoncode</c>: why a delivery waits or how it ended.</summary>
public static class ReasonCode
{
    // Why a row waits.
    public const string Window = "window";
    public const string QuietHours = "quiet_hours";
    public const string Limit = "limit";
    public const string Delay = "delay";
    public const string QueueHours = "queue_hours";
    public const string Channel = "channel";
    public const string Preset = "preset";

    // How it ended without an attempt.
    public const string OptedOut = "opted_out";
    public const string Policy = "policy";
    public const string Request = "request";
    public const string NoNumber = "no_number";
    public const string Configuration = "configuration";

    /// <summary>The next attempt was planned, then settings or a late receipt left nothing to attempt: the task ended by its earlier attempts.</summary>
    public const string NothingLeft = "nothing_left";

    // How an attempt ended.
    public const string Simulated = "simulated";

    /// <summary>A person answered and nobody took the call in time.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>Delivered because the profile has no receipts.</summary>
    public const string Accepted = "accepted";
    public const string NoReply = "no_reply";
    public const string ReceiptTimeout = "receipt_timeout";

    /// <summary>The process that carried the attempt died.</summary>
    public const string OwnerLost = "owner_lost";

    /// <summary>Nothing left this machine: the reservation was given back.</summary>
    public const string NotSent = "not_sent";
}
