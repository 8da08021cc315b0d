using System.Buffers.Binary;

namespace Herald.Sip.Media;

/// <summary>
/// Telephone-events to key presses (RFC 4733 §2.5). One press = one (timestamp, event): sequence numbers repeat and
/// durations jump in the wild. Reported at the first packet seen, so a lost end loses nothing. Pure.
/// </summary>
internal sealed class DtmfReceiver
{
    private uint lastTimestamp;
    private int lastEvent = -1;

    /// <summary>The key newly pressed, or null.</summary>
    public char? Add(uint timestamp, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 4 || payload[0] >= DtmfDigits.All.Length)
            return null;
        var repeat = lastEvent == payload[0] && lastTimestamp == timestamp;
        // Reordering may bring a packet of the press before the last: older timestamps are history.
        var old = lastEvent >= 0 && (int)(timestamp - lastTimestamp) < 0;
        if (repeat || old)
            return null;
        (lastEvent, lastTimestamp) = (payload[0], timestamp);
        return DtmfDigits.All[payload[0]];
    }

    public static int Duration(ReadOnlySpan<byte> payload) => BinaryPrimitives.ReadUInt16BigEndian(payload[2..]);
}
