namespace Herald.Smpp.Text;

/// <summary>A text as it goes on the wire.</summary>
/// <param name="Alphabet">The alphabet chosen for the whole message.</param>
/// <param name="DataCoding">Value of data_coding (SMPP 3.4 §5.2.19).</param>
/// <param name="SegmentCount">Short messages the network carries and the carrier bills; 1 for the empty text.</param>
/// <param name="Parts">Encoded octets of each part, without user data header; one when the SMSC does the cutting.</param>
public sealed record SegmentedText(SmsAlphabet Alphabet, byte DataCoding, int SegmentCount, IReadOnlyList<ReadOnlyMemory<byte>> Parts);
