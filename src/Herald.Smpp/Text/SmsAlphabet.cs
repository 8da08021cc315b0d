namespace Herald.Smpp.Text;

/// <summary>Alphabets a short message is sent in.</summary>
public enum SmsAlphabet
{
    /// <summary>GSM 7-bit default alphabet with its extension table (3GPP TS 23.038 §6.2.1), one septet an octet on the wire.</summary>
    Gsm7,

    /// <summary>ISO 8859-1.</summary>
    Latin1,

    /// <summary>UTF-16 big-endian; surrogate pairs are kept whole.</summary>
    Ucs2,
}
