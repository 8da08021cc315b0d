namespace Herald.Smpp.Text;

/// <summary>How an SMSC is told that several messages are one.</summary>
public enum SmsConcatenation
{
    /// <summary>User data header, 8-bit reference (3GPP TS 23.040 §9.2.3.24.1): 153 septets, 67 UTF-16 units or 134 octets a part.</summary>
    Udh8,

    /// <summary>User data header, 16-bit reference (§9.2.3.24.8): 152 septets, 66 UTF-16 units or 133 octets a part.</summary>
    Udh16,

    /// <summary>sar_msg_ref_num, sar_total_segments and sar_segment_seqnum (SMPP 3.4 §5.3.2.22 to 24); parts as with <see cref="Udh8"/>, which the SMSC then writes.</summary>
    Sar,

    /// <summary>One message_payload (SMPP 3.4 §5.3.2.32); the SMSC cuts. Segments are counted as with <see cref="Udh8"/>.</summary>
    Payload,
}
