using Herald.Smpp.Text;

namespace Herald.Smpp.Inbound;

/// <summary>A message somebody sent to one of our numbers, put together from its parts. May come twice when an acknowledgement was lost.</summary>
/// <param name="From">The person's number as the SMSC wrote it, with '+' when its type of number is international.</param>
/// <param name="To">Our number.</param>
/// <param name="Text">Decoded; null when the octets are no text (8-bit data).</param>
/// <param name="Octets">Raw content of all parts, without user data headers.</param>
/// <param name="DataCoding">data_coding of the first part (SMPP 3.4 §5.2.19).</param>
/// <param name="Parts">Parts it was sent in.</param>
/// <param name="MissingParts">Parts that did not come in time; 0: it is whole.</param>
public sealed record InboundMessage(
    string From,
    string To,
    string? Text,
    ReadOnlyMemory<byte> Octets,
    byte DataCoding,
    int Parts,
    int MissingParts)
{
    /// <summary>Puts parts together that were kept elsewhere (<see cref="Accounts.ISmppHandler.PartAsync"/>).</summary>
    /// <param name="parts">Of one message, in any order, each number once; at least one.</param>
    /// <param name="smscDefault">What data_coding 0 stands for at this SMSC (<see cref="SmppTextRules.DefaultAlphabet"/>).</param>
    public static InboundMessage Join(IReadOnlyList<InboundPart> parts, SmsAlphabet smscDefault)
    {
        var byNumber = new InboundPart?[parts[0].Total];
        foreach (var part in parts)
            byNumber[part.Number - 1] = part;
        return InboundDecoder.Join(byNumber, smscDefault);
    }
}
