using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 10: direct and scheduled callbacks; stored and editable, used once callbacks exist.</summary>
internal static class CallbackProfileTable
{
    public static readonly TableDefinition Definition = new("msdyn_proactive_callback_profile", "msdyn_proactive_callback_profiles", "msdyn_proactive_callback_profileid", "msdyn_name", "callback_profile")
    {
        Columns =
        [
            Column.Key("msdyn_proactive_callback_profileid"),
            Column.Text("msdyn_name", 100, Requirement.Application),
            Column.OneOf("msdyn_callback_type", Choice.From(192350000, "Direct Callback", "Scheduled Callback"), 192350000, Requirement.Application),
            Column.Lookup("msdyn_bot_user", "systemuser", requirement: Requirement.Application),
            Column.Lookup("msdyn_callback_bot_user", "systemuser", requirement: Requirement.Application),
            Column.OneOf("msdyn_callback_number_behavior", Choice.From(192350000, "Same Number", "Specific Number"), 192350000, Requirement.Application),
            Column.Lookup("msdyn_callback_phone_number", "msdyn_ocphonenumber", requirement: Requirement.Application),
            Column.Boolean("msdyn_ask_for_alternate_number", false),
            Column.Text("msdyn_alternate_phone_number_terminating_key", 100),
            Column.Boolean("msdyn_call_outside_queue_hours", false),
            Column.Memo("msdyn_callback_offering_windows", 4000),
            Column.Integer("msdyn_number_of_retries", 0),
            Column.Integer("msdyn_delay_between_retries", 0),
            Column.OneOf("msdyn_delay_between_retries_unit", Choice.From(192350000, "Second", "Minute", "Hour"), 192350000),
            Column.Memo("msdyn_reattempt_rules", 4000),
            Column.OneOf("msdyn_duplicate_prevention_settings", Choice.From(192350000, "None", "Same Queue", "All Queues"), 192350000, Requirement.Application),
            Column.OneOf("msdyn_duplicate_resolution_action", Choice.From(192350000, "End Call", "Wait In Queue"), 192350000, Requirement.Application),
            Column.OneOf("msdyn_fallback_action", Choice.From(192350000, "Hangup", "Escalate"), 192350000, Requirement.Application),
            Column.Memo("msdyn_fallback_prompt_message", 1000),
            Column.Integer("msdyn_max_callback_limit", 0),
            Column.Integer("msdyn_repeat_message_interval_seconds", 30, 3600),
            Column.Integer("msdyn_wait_time_limit_seconds", 0),
            Column.OneOf("msdyn_wait_time_limit_unit", Choice.From(192350000, "Seconds", "Minutes"), 192350000, Requirement.Application),
            Column.Integer("msdyn_wait_time_window_seconds", 0),
            Column.OneOf("msdyn_wait_time_window_unit", Choice.From(192350000, "Seconds", "Minutes", "Hours"), 192350000, Requirement.Application),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
