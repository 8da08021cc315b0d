using System.Buffers.Binary;

namespace Herald.Sip.Media;

/// <summary>The fixed header of RFC 3550 §5.1. CSRCs, extension and padding are read over.</summary>
internal readonly ref struct RtpPacket
{
    public const int HeaderBytes = 12;

    public required int PayloadType { get; init; }

    public required bool Marker { get; init; }

    public required ushort Sequence { get; init; }

    public required uint Timestamp { get; init; }

    public required uint Ssrc { get; init; }

    public required ReadOnlySpan<byte> Payload { get; init; }

    public static bool TryParse(ReadOnlySpan<byte> bytes, out RtpPacket packet)
    {
        packet = default;
        if (bytes.Length < HeaderBytes || bytes[0] >> 6 != 2)
            return false;
        var start = HeaderBytes + (bytes[0] & 0x0F) * 4;
        if ((bytes[0] & 0x10) != 0)
        {
            if (bytes.Length < start + 4)
                return false;
            start += 4 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(start + 2)..]) * 4;
        }
        var padding = (bytes[0] & 0x20) != 0 ? bytes[^1] : 0;
        if (start > bytes.Length - padding)
            return false;
        packet = new()
        {
            PayloadType = bytes[1] & 0x7F,
            Marker = (bytes[1] & 0x80) != 0,
            Sequence = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            Timestamp = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
            Ssrc = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]),
            Payload = bytes[start..^padding],
        };
        return true;
    }

    public static void WriteHeader(Span<byte> into, int payloadType, bool marker, ushort sequence, uint timestamp, uint ssrc)
    {
        into[0] = 0x80;
        into[1] = (byte)(payloadType | (marker ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(into[2..], sequence);
        BinaryPrimitives.WriteUInt32BigEndian(into[4..], timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(into[8..], ssrc);
    }
}
