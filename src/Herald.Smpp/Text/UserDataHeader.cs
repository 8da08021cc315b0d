using System.Buffers.Binary;

namespace Herald.Smpp.Text;

/// <summary>The concatenation elements of a user data header (3GPP TS 23.040 §9.2.3.24.1, .8).</summary>
/// <param name="Length">Octets of the whole header, its length octet included; 0: there is none, all is text.</param>
/// <param name="Wide">Whether the reference has 16 bits.</param>
/// <param name="Total">Parts; 0: the message is no part of a concatenation.</param>
/// <param name="Number">From 1.</param>
internal readonly record struct UserDataHeader(int Length, bool Wide, ushort Reference, byte Total, byte Number)
{
    private const byte Concatenation8 = 0x00;
    private const byte Concatenation16 = 0x08;

    public static byte[] Write(SmsConcatenation concatenation, ushort reference, int total, int number) =>
        concatenation == SmsConcatenation.Udh16
            ? [6, Concatenation16, 4, (byte)(reference >> 8), (byte)reference, (byte)total, (byte)number]
            : [5, Concatenation8, 3, (byte)reference, (byte)total, (byte)number];

    /// <summary>A malformed header ends at the fault; a concatenation element that contradicts itself is ignored (§9.2.3.24.1).</summary>
    public static UserDataHeader Read(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty || content[0] >= content.Length)
            return default;
        var header = new UserDataHeader(1 + content[0], false, 0, 0, 0);
        var elements = content.Slice(1, content[0]);
        while (elements.Length >= 2 && elements.Length >= 2 + elements[1])
        {
            var value = elements.Slice(2, elements[1]);
            if (elements[0] == Concatenation8 && value.Length == 3)
                header = header.With(false, value[0], value[1], value[2]);
            else if (elements[0] == Concatenation16 && value.Length == 4)
                header = header.With(true, BinaryPrimitives.ReadUInt16BigEndian(value), value[2], value[3]);
            elements = elements[(2 + value.Length)..];
        }
        return header;
    }

    private UserDataHeader With(bool wide, ushort reference, byte total, byte number) =>
        number == 0 || number > total ? this : new(Length, wide, reference, total, number);
}
