using System.Collections.Frozen;
using static Herald.Smpp.Protocol.TlvTag;

namespace Herald.Smpp.Protocol;

/// <summary>Allowed value sizes in octets (SMPP 3.4 §5.3.2). A value of another size is read as if it were absent.</summary>
internal static class TlvTable
{
    private static readonly FrozenDictionary<TlvTag, (int Min, int Max)> Sizes = new Dictionary<TlvTag, (int, int)>
    {
        [dest_addr_subunit] = (1, 1), // §5.3.2.1
        [source_addr_subunit] = (1, 1), // §5.3.2.2
        [dest_network_type] = (1, 1), // §5.3.2.3
        [source_network_type] = (1, 1), // §5.3.2.4
        [dest_bearer_type] = (1, 1), // §5.3.2.5
        [source_bearer_type] = (1, 1), // §5.3.2.6
        [dest_telematics_id] = (2, 2), // §5.3.2.7
        [source_telematics_id] = (1, 1), // §5.3.2.8
        [qos_time_to_live] = (4, 4), // §5.3.2.9
        [payload_type] = (1, 1), // §5.3.2.10
        [additional_status_info_text] = (1, 256), // §5.3.2.11
        [receipted_message_id] = (1, 65), // §5.3.2.12
        [ms_msg_wait_facilities] = (1, 1), // §5.3.2.13
        [privacy_indicator] = (1, 1), // §5.3.2.14
        [source_subaddress] = (2, 23), // §5.3.2.15
        [dest_subaddress] = (2, 23), // §5.3.2.16
        [user_message_reference] = (2, 2), // §5.3.2.17
        [user_response_code] = (1, 1), // §5.3.2.18
        [language_indicator] = (1, 1), // §5.3.2.19
        [source_port] = (2, 2), // §5.3.2.20
        [destination_port] = (2, 2), // §5.3.2.21
        [sar_msg_ref_num] = (2, 2), // §5.3.2.22
        [sar_total_segments] = (1, 1), // §5.3.2.23
        [sar_segment_seqnum] = (1, 1), // §5.3.2.24
        [sc_interface_version] = (1, 1), // §5.3.2.25
        [display_time] = (1, 1), // §5.3.2.26
        [ms_validity] = (1, 1), // §5.3.2.27
        [dpf_result] = (1, 1), // §5.3.2.28
        [set_dpf] = (1, 1), // §5.3.2.29
        [ms_availability_status] = (1, 1), // §5.3.2.30
        [network_error_code] = (3, 3), // §5.3.2.31
        [message_payload] = (0, 65_535), // §5.3.2.32; the frame limit binds first
        [delivery_failure_reason] = (1, 1), // §5.3.2.33
        [more_messages_to_send] = (1, 1), // §5.3.2.34
        [message_state] = (1, 1), // §5.3.2.35
        [callback_num] = (4, 19), // §5.3.2.36
        [callback_num_pres_ind] = (1, 1), // §5.3.2.37
        [callback_num_atag] = (1, 65), // §5.3.2.38
        [number_of_messages] = (1, 1), // §5.3.2.39
        [sms_signal] = (2, 2), // §5.3.2.40
        [alert_on_message_delivery] = (0, 0), // §5.3.2.41
        [its_reply_type] = (1, 1), // §5.3.2.42
        [its_session_info] = (2, 2), // §5.3.2.43
        [ussd_service_op] = (1, 1), // §5.3.2.44
    }.ToFrozenDictionary();

    public static IReadOnlyList<TlvTag> Tags => Sizes.Keys;

    /// <summary>Vendor tags (0x1400 and up, §5.3.1) and unknown ones are ignored by §3.3: false.</summary>
    public static bool Allows(TlvTag tag, int size) => Sizes.TryGetValue(tag, out var limit) && size >= limit.Min && size <= limit.Max;
}
