namespace Herald.Smpp.Protocol;

/// <summary>Why octets are not a PDU. The first two break the framing of the stream: nothing after them can be read.</summary>
internal enum PduFault
{
    None,
    LengthTooSmall,
    LengthTooLarge,
    UnknownCommand,
    UnterminatedString,
    TruncatedParameter,
    TruncatedTlv,
}
