namespace Herald.Smpp.Text;

/// <summary>How an account's SMSC wants text.</summary>
public sealed record SmppTextRules
{
    /// <summary>What the SMSC takes data_coding 0 for, in both directions: Gsm7 (default) or Latin1.</summary>
    public SmsAlphabet DefaultAlphabet { get; init; } = SmsAlphabet.Gsm7;

    /// <summary>Whether data_coding 3 (Latin-1) may be sent where the default alphabet does not suffice. Default: no, UCS-2 then.</summary>
    public bool AllowLatin1 { get; init; }

    /// <summary>Default: <see cref="SmsConcatenation.Udh8"/>.</summary>
    public SmsConcatenation Concatenation { get; init; } = SmsConcatenation.Udh8;
}
