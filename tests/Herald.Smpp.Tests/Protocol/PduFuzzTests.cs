using CsCheck;
using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;

namespace Herald.Smpp.Tests.Protocol;

public class PduFuzzTests
{
    /// <summary>Octets that are nearly a PDU: a known command, then chance, or a good deliver_sm with some octets changed and its end cut.</summary>
    internal static readonly Gen<byte[]> NearlyPdu = Gen.OneOf(
        Gen.Select(Any.Of([.. CommandTable.All]), Gen.Byte.Array[0, 120], (row, body) => Frame(row.Id, body)),
        Gen.Select(Gen.Byte.Array[0, 60], Gen.Select(Gen.Int[4, 200], Gen.Byte).Array[0, 6], Gen.Int[0, 30], (text, changes, cut) => Damaged(text, changes, cut)));

    [Fact]
    public void No_octets_make_the_reader_throw()
    {
        NearlyPdu.Sample(frame =>
        {
            PduView.Read(frame, out var pdu);
            if (PduView.Read(frame, out pdu) != PduFault.None)
                return;
            foreach (var parameter in Enum.GetValues<Parameter>())
            {
                var at = pdu.Definition!.PositionOf(parameter);
                if (at < 0)
                    continue;
                if (pdu.Definition.Parameters[at].Kind == ParameterKind.COctetString)
                    pdu.Text(parameter);
                else
                    pdu.Octet(parameter);
            }
            foreach (var tag in Enum.GetValues<TlvTag>())
                pdu.TryTlv(tag, out _);
            Delivery.From(pdu);
        }, iter: 20_000);
    }

    internal static byte[] Frame(CommandId command, byte[] body, uint sequence = 7)
    {
        var frame = new byte[16 + body.Length];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), (uint)command);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(12), sequence);
        body.CopyTo(frame, 16);
        return frame;
    }

    private static byte[] Damaged(byte[] text, (int At, byte Value)[] changes, int cut)
    {
        var buffer = new byte[512];
        var pdu = new PduWriter(buffer, CommandId.deliver_sm, StatusCode.ESME_ROK, 7);
        pdu.Text(Parameter.source_addr, "15551234567");
        pdu.Octet(Parameter.esm_class, 0x40);
        pdu.Octets(Parameter.short_message, text);
        pdu.Tlv(TlvTag.sar_msg_ref_num, (ushort)1);
        pdu.Tlv(TlvTag.receipted_message_id, "abc\0"u8);
        var frame = buffer[..Math.Max(16, pdu.Finish() - cut)];
        foreach (var (at, value) in changes)
        {
            if (at < frame.Length)
                frame[at] = value;
        }
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        return frame;
    }
}
