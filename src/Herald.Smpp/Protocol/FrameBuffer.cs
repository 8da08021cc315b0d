using System.Buffers.Binary;

namespace Herald.Smpp.Protocol;

/// <summary>Cuts a stream into PDUs by command_length. One fixed buffer of <see cref="Pdu.MaxLength"/>: a peer cannot make it grow.</summary>
internal sealed class FrameBuffer
{
    private readonly byte[] buffer = new byte[Pdu.MaxLength];
    private int start;
    private int end;

    /// <summary>Where the next octets go; never empty while every whole frame has been taken out.</summary>
    public Memory<byte> Free()
    {
        if (start > 0 && (start == end || buffer.Length - end < Pdu.WriteLength))
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        return buffer.AsMemory(end);
    }

    public void Filled(int count) => end += count;

    /// <summary>False: the frame is not whole yet, or <paramref name="fault"/> says why there will never be one.</summary>
    public bool TryNext(out ReadOnlySpan<byte> frame, out PduFault fault)
    {
        frame = default;
        fault = PduFault.None;
        var have = end - start;
        if (have < 4)
            return false;
        var length = BinaryPrimitives.ReadUInt32BigEndian(buffer.AsSpan(start));
        if (length < Pdu.HeaderLength)
            fault = PduFault.LengthTooSmall;
        else if (length > Pdu.MaxLength)
            fault = PduFault.LengthTooLarge;
        if (fault != PduFault.None || have < length)
            return false;
        frame = buffer.AsSpan(start, (int)length);
        start += (int)length;
        return true;
    }
}
