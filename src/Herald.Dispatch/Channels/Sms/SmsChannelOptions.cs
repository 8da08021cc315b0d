using Herald.Smpp.Accounts;
using Herald.Smpp.Text;

namespace Herald.Dispatch.Channels.Sms;

/// <summary>An SMS account spoken to by SMPP. Bound from <c>Herald:Channels:&lt;key&gt;</c> with <c>Type = Smpp</c>; the account's own options (<see cref="SmppAccountOptions"/>) stand in the same section.</summary>
public sealed class SmsChannelOptions
{
    /// <summary>The objects to bind from the section: this one and the account's options.</summary>
    public IReadOnlyList<object> Bound => [this, Account];

    /// <summary>Host, bind, window, rates, text and receipts.</summary>
    internal SmppAccountOptions Account { get; } = new();

    /// <summary>Sender of messages whose workstream has no number. Default: none, such messages end NotDelivered.</summary>
    public string? Sender { get; set; }

    /// <summary>What every sender of this account is. Default: told from its form; digits without '+' are a short code up to six.</summary>
    public SenderKind? SenderKind { get; set; }

    /// <summary>A longer message is not sent. Default 20; 1..255.</summary>
    public int MaxSegments { get; set; } = 20;

    /// <summary>All mistakes, each with its path below the section.</summary>
    public IEnumerable<string> Faults(string section)
    {
        foreach (var fault in Account.Faults())
            yield return $"{section}:{fault}";
        if (MaxSegments is < 1 or > SmppText.MaxSegments) yield return $"{section}:MaxSegments must be 1..{SmppText.MaxSegments}.";
        if (Sender is { Length: 0 or > 21 }) yield return $"{section}:Sender must be a number or a name of at most 11 characters.";
    }
}
