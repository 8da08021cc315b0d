namespace Herald.Smpp.Inbound;

/// <summary>One part of a message that somebody sent in parts (3GPP TS 23.040 §9.2.3.24.1). Parts of one message agree in all but <paramref name="Number"/> and content.</summary>
/// <param name="From">The person's number as the SMSC wrote it, with '+' when its type of number is international.</param>
/// <param name="To">Our number.</param>
/// <param name="Wide">A reference of 16 bits.</param>
/// <param name="Reference">Of the concatenation; used again after a while.</param>
/// <param name="Total">At least 2.</param>
/// <param name="Number">From 1.</param>
/// <param name="DataCoding">data_coding (SMPP 3.4 §5.2.19).</param>
/// <param name="Octets">Content without the user data header.</param>
public sealed record InboundPart(string From, string To, bool Wide, ushort Reference, int Total, int Number, byte DataCoding, ReadOnlyMemory<byte> Octets);
