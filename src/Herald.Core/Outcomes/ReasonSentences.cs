using Herald.Core.Deliveries;

namespace Herald.Core.Outcomes;

/// <summary>The sentence beside every <see cref="ReasonCode"/>: why a delivery waits, or why it ended so.</summary>
public static class ReasonSentences
{
    public static readonly IReadOnlyList<(string Code, string WhileWaiting, string WhenEnded)> Table =
    [
        (ReasonCode.Window, "Waits until its time window opens.", "The last time window closed before an attempt could start."),
        (ReasonCode.QuietHours, "Waits until quiet hours are over where the customer is.", "Quiet hours left no moment of any time window."),
        (ReasonCode.Limit, "Waits because the customer has been contacted as often as the limits allow.", "The contact limits lasted beyond the last time window."),
        (ReasonCode.Delay, "Waits for the configured delay between attempts.", "The delay between attempts lasted beyond the last time window."),
        (ReasonCode.QueueHours, "Waits until the queue opens.", "The queue was closed throughout the time windows."),
        (ReasonCode.Channel, "Waits because the trunk or SMS account has no free capacity.", "The trunk or SMS account had no free capacity before the last time window closed."),
        (ReasonCode.Preset, "Waits because a regulation allows no contact at this time.", "A regulation allowed no contact in any time window."),
        (ReasonCode.OptedOut, "", "The customer has opted out of this channel on every number."),
        (ReasonCode.Policy, "", "A cancellation policy applies to this customer."),
        (ReasonCode.Request, "", "Cancelled on request."),
        (ReasonCode.NoNumber, "", "The customer has no number of a type this engagement dials."),
        (ReasonCode.Configuration, "", "The engagement's configuration cannot be used."),
        (ReasonCode.NothingLeft, "", "Earlier attempts decided: nothing more was to be attempted."),
        (ReasonCode.Simulated, "", "Simulated: nobody was contacted."),
        (ReasonCode.Abandoned, "", "A person answered, and nobody took the call within the customer wait threshold."),
        (ReasonCode.Accepted, "", "The provider accepted the message and sends no receipts."),
        (ReasonCode.NoReply, "", "Delivered; the customer did not reply within the response time."),
        (ReasonCode.ReceiptTimeout, "", "No receipt came in time; whether the message arrived is not known."),
        (ReasonCode.OwnerLost, "", "The process that carried the attempt ended; how the attempt ended is not known."),
        (ReasonCode.NotSent, "Waits for another start: nothing had left when the last one failed.", ""),
    ];

    /// <summary>null when no delivery waits for that code.</summary>
    public static string? WhileWaiting(string code) => NullIfEmpty(Row(code).WhileWaiting);

    /// <summary>null when no delivery ends with that code.</summary>
    public static string? WhenEnded(string code) => NullIfEmpty(Row(code).WhenEnded);

    private static (string Code, string WhileWaiting, string WhenEnded) Row(string code) => Table.FirstOrDefault(row => row.Code == code);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
