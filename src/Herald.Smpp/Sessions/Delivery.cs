using System.Buffers.Binary;
using Herald.Smpp.Protocol;

namespace Herald.Smpp.Sessions;

/// <summary>What we read of a deliver_sm (SMPP 3.4 §4.6.1) or data_sm (§4.7.1).</summary>
/// <param name="Content">short_message, or message_payload where that is empty (§5.3.2.32).</param>
/// <param name="ReceiptedId">receipted_message_id; null when absent.</param>
/// <param name="State">message_state; null when absent.</param>
/// <param name="NetworkError">network_error_code: network type in the high octet of three; null when absent.</param>
internal sealed record Delivery(
    WireAddress Source,
    WireAddress Destination,
    byte EsmClass,
    byte DataCoding,
    byte[] Content,
    string? ReceiptedId,
    byte? State,
    int? NetworkError,
    Sar Sar)
{
    public static Delivery From(in PduView pdu) => new(
        new((TypeOfNumber)pdu.Octet(Parameter.source_addr_ton), (NumberingPlan)pdu.Octet(Parameter.source_addr_npi), pdu.Text(Parameter.source_addr)),
        new((TypeOfNumber)pdu.Octet(Parameter.dest_addr_ton), (NumberingPlan)pdu.Octet(Parameter.dest_addr_npi), pdu.Text(Parameter.destination_addr)),
        pdu.Octet(Parameter.esm_class),
        pdu.Octet(Parameter.data_coding),
        ContentOf(pdu),
        pdu.TryTlv(TlvTag.receipted_message_id, out var id) ? System.Text.Encoding.Latin1.GetString(id).TrimEnd('\0') : null,
        pdu.TryTlv(TlvTag.message_state, out var state) ? state[0] : null,
        pdu.TryTlv(TlvTag.network_error_code, out var error) ? error[0] << 16 | error[1] << 8 | error[2] : null,
        SarOf(pdu));

    private static byte[] ContentOf(in PduView pdu)
    {
        var text = pdu.Octets(Parameter.short_message);
        return text.IsEmpty && pdu.TryTlv(TlvTag.message_payload, out var payload) ? payload.ToArray() : text.ToArray();
    }

    private static Sar SarOf(in PduView pdu) =>
        pdu.TryTlv(TlvTag.sar_msg_ref_num, out var reference)
        && pdu.TryTlv(TlvTag.sar_total_segments, out var total)
        && pdu.TryTlv(TlvTag.sar_segment_seqnum, out var number)
        && number[0] >= 1 && number[0] <= total[0]
            ? new Sar(BinaryPrimitives.ReadUInt16BigEndian(reference), total[0], number[0])
            : default;
}
