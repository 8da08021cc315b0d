using CsCheck;
using Herald.Smpp.Protocol;

namespace Herald.Smpp.Tests.Protocol;

public class PduCodecTests
{
    [Fact]
    public void The_bind_of_the_specification_is_written_octet_for_octet()
    {
        // SMPP 3.4 §3.2.3, the sample bind_transmitter.
        var buffer = new byte[256];
        var pdu = new PduWriter(buffer, CommandId.bind_transmitter, StatusCode.ESME_ROK, 1);
        pdu.Text(Parameter.system_id, "SMPP3TEST");
        pdu.Text(Parameter.password, "secret08");
        pdu.Text(Parameter.system_type, "SUBMIT1");
        pdu.Octet(Parameter.interface_version, 0x00);
        pdu.Octet(Parameter.addr_ton, 1);
        pdu.Octet(Parameter.addr_npi, 1);
        Convert.ToHexString(buffer, 0, pdu.Finish()).ShouldBe(
            "0000002F000000020000000000000001534D50503354455354007365637265743038005355424D4954310000010100");
    }

    [Fact]
    public void Every_command_of_the_table_reads_back_what_was_written()
    {
        var commands = Any.Of([.. CommandTable.All]);
        var seed = Gen.Select(commands, Gen.UInt, Gen.Int[0, 0x7FFFFFFF], Gen.Byte.Array[0, 40], Gen.Bool);
        seed.Sample((row, status, sequence, octets, tlv) =>
        {
            var buffer = new byte[2048];
            var writer = new PduWriter(buffer, row.Id, (StatusCode)status, (uint)sequence);
            foreach (var parameter in row.Parameters)
            {
                if (parameter.Kind == ParameterKind.Integer)
                    writer.Octet(parameter.Id, Number(octets, parameter.Id));
                else if (parameter.Kind == ParameterKind.COctetString)
                    writer.Text(parameter.Id, Text(octets, parameter));
                else
                    writer.Octets(parameter.Id, octets);
            }
            if (tlv)
                writer.Tlv(TlvTag.message_payload, octets);

            var frame = buffer.AsSpan(0, writer.Finish());
            PduView.Read(frame, out var pdu).ShouldBe(PduFault.None);
            pdu.Command.ShouldBe(row.Id);
            ((uint)pdu.Status).ShouldBe(status);
            pdu.Sequence.ShouldBe((uint)sequence);
            foreach (var parameter in row.Parameters)
            {
                if (parameter.Kind == ParameterKind.Integer)
                    pdu.Octet(parameter.Id).ShouldBe(Number(octets, parameter.Id));
                else if (parameter.Kind == ParameterKind.COctetString)
                    pdu.Text(parameter.Id).ShouldBe(Text(octets, parameter));
                else
                    pdu.Octets(parameter.Id).ToArray().ShouldBe(octets);
            }
            pdu.TryTlv(TlvTag.message_payload, out var value).ShouldBe(tlv);
            value.ToArray().ShouldBe(tlv ? octets : []);
        });
    }

    [Fact]
    public void A_parameter_longer_than_the_table_allows_is_not_written()
    {
        Should.Throw<ArgumentException>(() => WriteBind(systemId: "sixteencharacter"));
        Should.NotThrow(() => WriteBind(systemId: "fifteencharacte"));
    }

    [Fact]
    public void A_zero_or_a_letter_beyond_ascii_cannot_shift_what_follows()
    {
        PduView.Read(WriteBind("a\0b\u00E9"), out var pdu).ShouldBe(PduFault.None);
        pdu.Text(Parameter.system_id).ShouldBe("a?b?");
        pdu.Octet(Parameter.interface_version).ShouldBe((byte)0x34);
    }

    [Fact]
    public void A_refusal_may_come_without_body()
    {
        var frame = new byte[16];
        frame[3] = 16;
        frame[4] = 0x80;
        frame[7] = (byte)CommandId.submit_sm;
        frame[11] = 0x58;
        PduView.Read(frame, out var pdu).ShouldBe(PduFault.None);
        pdu.Status.ShouldBe(StatusCode.ESME_RTHROTTLED);
        pdu.Text(Parameter.message_id).ShouldBe("");
    }

    [Theory]
    [InlineData("00000010" + "000000FF" + "00000000" + "00000001", "UnknownCommand")]
    [InlineData("00000010" + "00000005" + "00000000" + "00000001", "TruncatedParameter")]
    [InlineData("00000013" + "80000004" + "00000000" + "00000001" + "414243", "UnterminatedString")]
    [InlineData("00000013" + "80000004" + "00000000" + "00000001" + "410004", "TruncatedTlv")]
    [InlineData("00000016" + "80000004" + "00000000" + "00000001" + "4100" + "042400FF", "TruncatedTlv")]
    public void Malformed_bodies_say_what_is_wrong(string hex, string fault)
    {
        PduView.Read(Convert.FromHexString(hex), out var pdu).ToString().ShouldBe(fault);
        pdu.Sequence.ShouldBe(1u);
    }

    [Fact]
    public void A_tlv_of_a_size_the_table_does_not_allow_is_as_if_absent()
    {
        var buffer = new byte[256];
        var writer = new PduWriter(buffer, CommandId.deliver_sm, StatusCode.ESME_ROK, 1);
        writer.Tlv(TlvTag.message_state, (ushort)2);
        PduView.Read(buffer.AsSpan(0, writer.Finish()), out var pdu).ShouldBe(PduFault.None);
        pdu.TryTlv(TlvTag.message_state, out _).ShouldBeFalse();
    }

    [Fact]
    public void Every_status_and_tag_of_the_enumerations_has_its_row()
    {
        StatusTable.All.Order().ShouldBe(Enum.GetValues<StatusCode>().Order());
        TlvTable.Tags.Order().ShouldBe(Enum.GetValues<TlvTag>().Where(tag => tag != TlvTag.none).Order());
    }

    private static byte[] WriteBind(string systemId)
    {
        var buffer = new byte[256];
        var pdu = new PduWriter(buffer, CommandId.bind_transceiver, StatusCode.ESME_ROK, 1);
        pdu.Text(Parameter.system_id, systemId);
        pdu.Octet(Parameter.interface_version, 0x34);
        return buffer[..pdu.Finish()];
    }

    private static byte Number(byte[] octets, Parameter id) => octets.Length == 0 ? (byte)0 : (byte)(octets[0] + (byte)id);

    private static string Text(byte[] octets, ParameterDefinition parameter) =>
        new([.. octets.Take(parameter.Max - 1).Select(octet => (char)(' ' + octet % 95))]);
}
