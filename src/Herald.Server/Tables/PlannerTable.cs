using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 2: reattempts, limits, quiet times, chaining; at most one row beside each engagement.</summary>
internal static class PlannerTable
{
    public static readonly TableDefinition Definition = new("msdyn_proactive_engagement_planner_config", "msdyn_proactive_engagement_planner_configs", "msdyn_proactive_engagement_planner_configid", "msdyn_name", "planner")
    {
        Columns =
        [
            Column.Key("msdyn_proactive_engagement_planner_configid"),
            Column.Text("msdyn_name", 100, Requirement.Application),
            Column.Lookup("msdyn_proactive_engagement_config_id", "msdyn_proactive_engagement_config", inverse: "msdyn_proactive_engagement_config_msdyn_proactive_engagement_planner_config_engagement_config"),
            Column.Lookup("msdyn_fallback_engagement_config_id", "msdyn_proactive_engagement_config", inverse: "msdyn_proactive_engagement_config_msdyn_proactive_engagement_planner_config_fallback_engagement_config"),
            Column.Lookup("msdyn_proactive_engagement_message_templateid", "msdyn_proactive_engagement_message_template"),
            Column.OneOf("msdyn_integration_type", Choice.From(192370000, "Upload a file", "CCaaS API", "MCP")),
            Column.Text("msdyn_external_contact_id_column_name", 100),
            Column.Integer("msdyn_number_of_retries", 0),
            Column.Integer("msdyn_delay_between_retries", 0),
            Column.OneOf("msdyn_wait_time_unit", Choice.From(192350000, "Minutes", "Hours")),
            Column.SeveralOf("msdyn_reattempt_rules", Choice.From(192360000, "No Answer", "Busy", "Failed", "Answering Machine")),
            Column.Text("msdyn_retry_on_disposition_codes", 500),
            Column.Integer("msdyn_delay_between_contacts", 0),
            Column.OneOf("msdyn_delay_between_contacts_unit", Choice.From(192350004, "Minutes", "Hours")),
            Column.Integer("msdyn_delay_between_phone_numbers", 0),
            Column.OneOf("msdyn_delay_between_phone_numbers_unit", Choice.From(192350002, "Minutes", "Hours")),
            Column.Boolean("msdyn_comm_frequency_limit_enabled", false),
            Column.Boolean("msdyn_comm_frequency_global_limit_respected", false),
            Column.Integer("msdyn_comm_max_frequency_per_day", 0),
            Column.Integer("msdyn_comm_max_frequency_per_week", 0),
            Column.Integer("msdyn_comm_max_frequency_per_month", 0),
            Column.Integer("msdyn_comm_max_phone_frequency_per_day", 0),
            Column.Integer("msdyn_comm_max_phone_frequency_per_week", 0),
            Column.Integer("msdyn_comm_max_phone_frequency_per_month", 0),
            Column.Integer("msdyn_comm_max_deliverytask_frequency_per_day", 0),
            Column.Integer("msdyn_comm_max_deliverytask_frequency_per_week", 0),
            Column.Integer("msdyn_comm_max_deliverytask_frequency_per_month", 0),
            Column.Text("msdyn_comm_phone_type_priority", 100),
            Column.Lookup("msdyn_comm_quiet_time_setting_mobile_phone", "msdynmkt_quiettimesetting"),
            Column.Lookup("msdyn_comm_quiet_time_setting_business_phone", "msdynmkt_quiettimesetting"),
            Column.Lookup("msdyn_comm_quiet_time_setting_home_phone", "msdynmkt_quiettimesetting"),
            Column.OneOf("msdyn_comm_time_zone_handling", Choice.From(192350000, "Customer", "System")),
            Column.Text("msdyn_comm_default_timezone", 300),
            Column.Boolean("msdyn_comm_timezone_inference_enabled", false),
            Column.OneOf("msdyn_callerid_policy_type", Choice.From(192350000, "Rotate Through", "Rule Based")),
            Column.Boolean("hrld_exclude_declined", false),
            .. RowColumns.Standard(), .. RowColumns.SolutionAware(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
        OnlyOnes = [new("An engagement has at most one planner configuration.", "msdyn_proactive_engagement_config_id")],
        Rules = new() { Check = PlannerRules.Check },
    };
}
