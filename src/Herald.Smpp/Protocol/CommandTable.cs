using System.Collections.Frozen;
using static Herald.Smpp.Protocol.CommandId;
using static Herald.Smpp.Protocol.Parameter;
using static Herald.Smpp.Protocol.ParameterKind;

namespace Herald.Smpp.Protocol;

/// <summary>
/// Commands with their mandatory parameters (SMPP 3.4 §4) and the states in which the SMSC may send them (§2.3).
/// submit_multi is left out: we never send one and an SMSC never may.
/// </summary>
internal static class CommandTable
{
    private static readonly ParameterDefinition[] Bind = // §4.1.1, §4.1.3, §4.1.5
    [
        Text(system_id, 16), Text(password, 9), Text(system_type, 13), Octet(interface_version),
        Octet(addr_ton), Octet(addr_npi), Text(address_range, 41),
    ];

    private static readonly ParameterDefinition[] Message = // §4.4.1 and, the same list, §4.6.1
    [
        Text(service_type, 6),
        Octet(source_addr_ton), Octet(source_addr_npi), Text(source_addr, 21),
        Octet(dest_addr_ton), Octet(dest_addr_npi), Text(destination_addr, 21),
        Octet(esm_class), Octet(protocol_id), Octet(priority_flag),
        Text(schedule_delivery_time, 17), Text(validity_period, 17),
        Octet(registered_delivery), Octet(replace_if_present_flag), Octet(data_coding), Octet(sm_default_msg_id),
        new(short_message, CountedOctets, 254),
    ];

    private static readonly FrozenDictionary<uint, CommandDefinition> Rows = new CommandDefinition[]
    {
        new(bind_transmitter, SessionStates.None, Bind),
        new(bind_transmitter_resp, SessionStates.Open, Text(system_id, 16)), // §4.1.2
        new(bind_receiver, SessionStates.None, Bind),
        new(bind_receiver_resp, SessionStates.Open, Text(system_id, 16)), // §4.1.4
        new(bind_transceiver, SessionStates.None, Bind),
        new(bind_transceiver_resp, SessionStates.Open, Text(system_id, 16)), // §4.1.6
        new(outbind, SessionStates.None, Text(system_id, 16), Text(password, 9)), // §4.1.7: needs a listening ESME, which we are not
        new(unbind, SessionStates.Bound), // §4.2.1
        new(unbind_resp, SessionStates.Bound), // §4.2.2
        new(generic_nack, SessionStates.Any), // §4.3.1
        new(submit_sm, SessionStates.None, Message), // §4.4.1
        new(submit_sm_resp, SessionStates.Sending, Text(message_id, 65)), // §4.4.2
        new(deliver_sm, SessionStates.Receiving, Message), // §4.6.1
        new(deliver_sm_resp, SessionStates.None, Text(message_id, 65)), // §4.6.2
        new(data_sm, SessionStates.Receiving, // §4.7.1
            Text(service_type, 6),
            Octet(source_addr_ton), Octet(source_addr_npi), Text(source_addr, 65),
            Octet(dest_addr_ton), Octet(dest_addr_npi), Text(destination_addr, 65),
            Octet(esm_class), Octet(registered_delivery), Octet(data_coding)),
        new(data_sm_resp, SessionStates.Sending, Text(message_id, 65)), // §4.7.2
        new(query_sm, SessionStates.None, // §4.8.1
            Text(message_id, 65), Octet(source_addr_ton), Octet(source_addr_npi), Text(source_addr, 21)),
        new(query_sm_resp, SessionStates.Sending, // §4.8.2
            Text(message_id, 65), Text(final_date, 17), Octet(message_state), Octet(error_code)),
        new(cancel_sm, SessionStates.None, // §4.9.1
            Text(service_type, 6), Text(message_id, 65), Octet(source_addr_ton), Octet(source_addr_npi), Text(source_addr, 21),
            Octet(dest_addr_ton), Octet(dest_addr_npi), Text(destination_addr, 21)),
        new(cancel_sm_resp, SessionStates.Sending), // §4.9.2
        new(replace_sm, SessionStates.None, // §4.10.1
            Text(message_id, 65), Octet(source_addr_ton), Octet(source_addr_npi), Text(source_addr, 21),
            Text(schedule_delivery_time, 17), Text(validity_period, 17), Octet(registered_delivery), Octet(sm_default_msg_id),
            new(short_message, CountedOctets, 254)),
        new(replace_sm_resp, SessionStates.Sending), // §4.10.2
        new(enquire_link, SessionStates.Any), // §4.11.1
        new(enquire_link_resp, SessionStates.Any), // §4.11.2
        new(alert_notification, SessionStates.Receiving, // §4.12.1
            Octet(source_addr_ton), Octet(source_addr_npi), Text(source_addr, 65),
            Octet(esme_addr_ton), Octet(esme_addr_npi), Text(esme_addr, 65)),
    }.ToFrozenDictionary(row => (uint)row.Id);

    public static IReadOnlyList<CommandDefinition> All => Rows.Values;

    public static CommandDefinition? Find(CommandId id) => Rows.GetValueOrDefault((uint)id);

    private static ParameterDefinition Text(Parameter id, int max) => new(id, COctetString, max);

    private static ParameterDefinition Octet(Parameter id) => new(id, Integer, 1);
}
