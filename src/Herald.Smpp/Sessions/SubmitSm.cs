using Herald.Smpp.Protocol;

namespace Herald.Smpp.Sessions;

/// <summary>What we fill in of a submit_sm (SMPP 3.4 §4.4.1).</summary>
internal sealed record SubmitSm
{
    public string ServiceType { get; init; } = "";

    public required WireAddress Source { get; init; }

    public required WireAddress Destination { get; init; }

    public string ScheduleDeliveryTime { get; init; } = "";

    public string ValidityPeriod { get; init; } = "";

    public bool Receipt { get; init; }

    public byte DataCoding { get; init; }

    /// <summary>User data header, empty for none.</summary>
    public byte[] Header { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Body goes in message_payload instead of short_message.</summary>
    public bool AsPayload { get; init; }

    public Sar Sar { get; init; }

    public int MaxLength => Pdu.WriteLength + Body.Length;

    public int Write(Span<byte> target, uint sequence)
    {
        var pdu = new PduWriter(target, CommandId.submit_sm, StatusCode.ESME_ROK, sequence);
        pdu.Text(Parameter.service_type, ServiceType);
        pdu.Octet(Parameter.source_addr_ton, (byte)Source.Ton);
        pdu.Octet(Parameter.source_addr_npi, (byte)Source.Npi);
        pdu.Text(Parameter.source_addr, Source.Text);
        pdu.Octet(Parameter.dest_addr_ton, (byte)Destination.Ton);
        pdu.Octet(Parameter.dest_addr_npi, (byte)Destination.Npi);
        pdu.Text(Parameter.destination_addr, Destination.Text);
        if (Header.Length > 0)
            pdu.Octet(Parameter.esm_class, EsmClass.UserDataHeader);
        pdu.Text(Parameter.schedule_delivery_time, ScheduleDeliveryTime);
        pdu.Text(Parameter.validity_period, ValidityPeriod);
        if (Receipt)
            pdu.Octet(Parameter.registered_delivery, 1); // §5.2.17: on success or failure
        pdu.Octet(Parameter.data_coding, DataCoding);
        WriteBody(ref pdu);
        return pdu.Finish();
    }

    private void WriteBody(ref PduWriter pdu)
    {
        if (AsPayload)
        {
            pdu.Tlv(TlvTag.message_payload, Body.Span);
            return;
        }
        Span<byte> content = stackalloc byte[Header.Length + Body.Length];
        Header.CopyTo(content);
        Body.Span.CopyTo(content[Header.Length..]);
        pdu.Octets(Parameter.short_message, content);
        if (Sar.Total == 0)
            return;
        pdu.Tlv(TlvTag.sar_msg_ref_num, Sar.Reference);
        pdu.Tlv(TlvTag.sar_total_segments, Sar.Total);
        pdu.Tlv(TlvTag.sar_segment_seqnum, Sar.Number);
    }
}
