namespace Herald.Sip;

/// <summary>The end of a call, once.</summary>
public sealed record CallEnd
{
    public required CallEndKind Kind { get; init; }

    /// <summary>Final SIP code received (487 after our CANCEL included); 408 where none came, 0 where nothing left, 200 for an answered call.</summary>
    public required int SipCode { get; init; }

    /// <summary>Its reason phrase, as sent; may be empty.</summary>
    public string Phrase { get; init; } = "";

    /// <summary>Q.850 cause from a Reason header (RFC 3326), 1..127.</summary>
    public int? Q850 { get; init; }

    /// <summary>Text of the Reason header.</summary>
    public string? ReasonText { get; init; }

    /// <summary>How long the refusing side asks to be left alone, at most a day.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Who ended an answered call.</summary>
    public Party HungUpBy { get; init; }

    /// <summary>True when our ring limit ended it, whatever code followed, a crossing 200 included.</summary>
    public bool RingLimitReached { get; init; }

    /// <summary>Trunk of the last attempt; null where none was tried.</summary>
    public string? Trunk { get; init; }

    public required CallTimes Times { get; init; }

    public MediaStats Media { get; init; } = MediaStats.None;
}
