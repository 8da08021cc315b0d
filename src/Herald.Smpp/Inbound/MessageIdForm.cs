namespace Herald.Smpp.Inbound;

/// <summary>How an SMSC spells a message id in one place.</summary>
public enum MessageIdForm
{
    /// <summary>A name: compared without case, surrounding blanks and leading zeros.</summary>
    Opaque,

    Decimal,

    Hexadecimal,
}
