using System.Buffers.Binary;
using System.Text;

namespace Herald.Sip.Media;

/// <summary>Compound of one report and CNAME (RFC 3550 §6.1); the least that is legal.</summary>
internal static class Rtcp
{
    /// <param name="into">At least 100 bytes.</param>
    /// <param name="ntp">64-bit NTP time.</param>
    /// <returns>Bytes written.</returns>
    public static int WriteReport(Span<byte> into, uint ssrc, ulong ntp, uint rtpTime, long packets, ReceiverStats heard)
    {
        var sender = packets > 0;
        var reports = heard.Received > 0 ? 1 : 0;
        var at = 8;
        if (sender)
        {
            BinaryPrimitives.WriteUInt64BigEndian(into[8..], ntp);
            BinaryPrimitives.WriteUInt32BigEndian(into[16..], rtpTime);
            BinaryPrimitives.WriteUInt32BigEndian(into[20..], (uint)packets);
            BinaryPrimitives.WriteUInt32BigEndian(into[24..], (uint)(packets * Pcm.FrameSamples));
            at = 28;
        }
        if (reports > 0)
        {
            BinaryPrimitives.WriteUInt32BigEndian(into[at..], heard.Ssrc);
            BinaryPrimitives.WriteUInt32BigEndian(into[(at + 4)..], (uint)heard.Lost & 0xFFFFFF);
            into[at + 4] = heard.FractionLost();
            BinaryPrimitives.WriteUInt32BigEndian(into[(at + 8)..], heard.ExtendedMax);
            BinaryPrimitives.WriteUInt32BigEndian(into[(at + 12)..], heard.JitterSamples);
            into.Slice(at + 16, 8).Clear(); // no LSR/DLSR: round trips are not measured
            at += 24;
        }
        Header(into, (byte)(0x80 | reports), sender ? (byte)200 : (byte)201, at, ssrc);
        return at + WriteName(into[at..], ssrc);
    }

    /// <summary>Fraction of our packets that the peer lost, from the first report block about us; null when there is none.</summary>
    public static double? PeerLoss(ReadOnlySpan<byte> bytes, uint ours)
    {
        if (bytes.Length < 8 || bytes[0] >> 6 != 2)
            return null;
        var at = bytes[1] == 200 ? 28 : 8;
        if (bytes[1] is not (200 or 201))
            return null;
        for (var i = 0; i < (bytes[0] & 0x1F) && at + 24 <= bytes.Length; i++, at += 24)
            if (BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) == ours)
                return bytes[at + 4] / 256.0;
        return null;
    }

    private static int WriteName(Span<byte> into, uint ssrc)
    {
        Span<byte> name = stackalloc byte[16];
        var length = Encoding.ASCII.GetBytes(ssrc.ToString("x8", System.Globalization.CultureInfo.InvariantCulture) + "@herald", name);
        into[8] = 1; // CNAME
        into[9] = (byte)length;
        name[..length].CopyTo(into[10..]);
        var size = (10 + length + 4) / 4 * 4; // at least one zero byte ends the chunk
        into[(10 + length)..size].Clear();
        Header(into, 0x81, 202, size, ssrc);
        return size;
    }

    private static void Header(Span<byte> into, byte first, byte type, int bytes, uint ssrc)
    {
        into[0] = first;
        into[1] = type;
        BinaryPrimitives.WriteUInt16BigEndian(into[2..], (ushort)(bytes / 4 - 1));
        BinaryPrimitives.WriteUInt32BigEndian(into[4..], ssrc);
    }
}
