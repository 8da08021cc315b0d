using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Herald.Smpp.Protocol;

/// <summary>One PDU in place: offsets found by walking its row of the command table; nothing is copied until it is asked for.</summary>
internal ref struct PduView
{
    private readonly ReadOnlySpan<byte> frame;
    private CommandDefinition? definition;
    private Offsets offsets;
    private int tlvs;

    private PduView(ReadOnlySpan<byte> frame)
    {
        this.frame = frame;
        Command = (CommandId)BinaryPrimitives.ReadUInt32BigEndian(frame[4..]);
        Status = (StatusCode)BinaryPrimitives.ReadUInt32BigEndian(frame[8..]);
        Sequence = BinaryPrimitives.ReadUInt32BigEndian(frame[12..]);
    }

    public CommandId Command { get; }

    public StatusCode Status { get; }

    public uint Sequence { get; }

    public readonly CommandDefinition? Definition => definition;

    /// <summary>The header of <paramref name="pdu"/> is always readable, whatever the fault of its body.</summary>
    /// <param name="frame">At least a header long, and as long as its command_length says.</param>
    /// <param name="pdu">The PDU over the same memory.</param>
    public static PduFault Read(ReadOnlySpan<byte> frame, out PduView pdu)
    {
        pdu = new PduView(frame);
        pdu.definition = CommandTable.Find(pdu.Command);
        return pdu.definition is null ? PduFault.UnknownCommand : pdu.Walk(pdu.definition.Parameters);
    }

    public readonly byte Octet(Parameter id)
    {
        var at = OffsetOf(id);
        return at == 0 ? (byte)0 : frame[at];
    }

    /// <summary>Latin-1, so that no octet is lost; empty when a refusal came without its body (§4.4.2).</summary>
    public readonly string Text(Parameter id)
    {
        var at = OffsetOf(id);
        return at == 0 ? "" : Encoding.Latin1.GetString(frame.Slice(at, frame[at..].IndexOf((byte)0)));
    }

    public readonly ReadOnlySpan<byte> Octets(Parameter id)
    {
        var at = OffsetOf(id);
        return at == 0 ? default : frame.Slice(at + 1, frame[at]);
    }

    /// <summary>The first TLV of that tag whose size the table allows.</summary>
    public readonly bool TryTlv(TlvTag tag, out ReadOnlySpan<byte> value)
    {
        for (var at = tlvs; at != 0 && at < frame.Length;)
        {
            var size = BinaryPrimitives.ReadUInt16BigEndian(frame[(at + 2)..]);
            value = frame.Slice(at + 4, size);
            if (BinaryPrimitives.ReadUInt16BigEndian(frame[at..]) == (ushort)tag && TlvTable.Allows(tag, size))
                return true;
            at += 4 + size;
        }
        value = default;
        return false;
    }

    private PduFault Walk(ParameterDefinition[] parameters)
    {
        var at = Pdu.HeaderLength;
        // A response that says no may come without body (§4.4.2 and its kin), and many SMSCs send theirs so.
        if (at == frame.Length && Pdu.IsResponse(Command))
            return PduFault.None;
        for (var i = 0; i < parameters.Length; i++)
        {
            offsets[i] = at;
            if (at >= frame.Length)
                return PduFault.TruncatedParameter;
            if (parameters[i].Kind == ParameterKind.COctetString)
            {
                // Longer than the table allows is taken: the frame bounds it, and SMSCs do send message ids of 70 characters.
                var end = frame[at..].IndexOf((byte)0);
                if (end < 0)
                    return PduFault.UnterminatedString;
                at += end + 1;
            }
            else
            {
                at += parameters[i].Kind == ParameterKind.CountedOctets ? 1 + frame[at] : 1;
                if (at > frame.Length)
                    return PduFault.TruncatedParameter;
            }
        }
        tlvs = at;
        return WalkTlvs(at);
    }

    private readonly PduFault WalkTlvs(int at)
    {
        while (at < frame.Length)
        {
            if (frame.Length - at < 4)
                return PduFault.TruncatedTlv;
            at += 4 + BinaryPrimitives.ReadUInt16BigEndian(frame[(at + 2)..]);
        }
        return at == frame.Length ? PduFault.None : PduFault.TruncatedTlv;
    }

    private readonly int OffsetOf(Parameter id)
    {
        var at = definition?.PositionOf(id) ?? -1;
        return at < 0 ? 0 : offsets[at];
    }

    [InlineArray(17)]
    private struct Offsets
    {
        private int first;
    }
}
