namespace Herald.Smpp.Accounts;

/// <summary>A text to one number.</summary>
/// <param name="Reference">The caller's name for it, given back with a late answer.</param>
/// <param name="From">Sender: a number in international form with or without '+', a short code, or a name of at most 11 characters.</param>
/// <param name="To">Number in international form, with or without '+'.</param>
/// <param name="Text">At most 255 segments (<see cref="Text.SmppText.SegmentCount"/>).</param>
public sealed record OutboundMessage(string Reference, string From, string To, string Text)
{
    /// <summary>What <see cref="From"/> is. Default: told from its form; digits without '+' are a short code up to six, a long code beyond.</summary>
    public SenderKind? FromKind { get; init; }

    /// <summary>validity_period: the SMSC gives up then. Default: the SMSC's own. Past: the message is not sent.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>schedule_delivery_time: the SMSC waits until then. Default: at once.</summary>
    public DateTimeOffset? DeliverAt { get; init; }

    /// <summary>Whether receipts are asked for. Default: yes.</summary>
    public bool Receipt { get; init; } = true;
}
