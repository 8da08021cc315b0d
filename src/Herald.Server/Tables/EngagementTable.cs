using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 1: Proactive Engagement Configuration.</summary>
internal static class EngagementTable
{
    public static readonly IReadOnlyList<Choice> Types = Choice.From(100000000, "Voice", "SMS", "WhatsApp");
    public static readonly IReadOnlyList<Choice> DialModes = Choice.From(100000000, "Copilot", "Progressive", "Preview", "Predictive");
    public static readonly IReadOnlyList<Choice> EngagementTypes = Choice.From(100000100, "BotLed", "CSRLed");
    private static readonly IReadOnlyList<Choice> Priorities = Choice.From(1, "Critical", "High", "Normal");
    private static readonly IReadOnlyList<Choice> Orders = Choice.From(700610000, "Earliest Scheduled Date", "First In, First Out", "Last In, First Out", "Custom Priority Ascending", "Custom Priority Descending");
    private static readonly IReadOnlyList<Choice> RetryPriorities = Choice.From(700610000, "Same as new deliveries", "Lower than new deliveries", "Higher than new deliveries");
    private static readonly IReadOnlyList<Choice> BotFailureTreatments = Choice.From(192360000, "None", "Suspend", "Threshold");
    private static readonly IReadOnlyList<Choice> ThrottleMetrics = Choice.From(192360000, "Avg. Escalation Wait Time", "Escalation Count", "Abandonment Rate", "Open Escalation Count");
    private static readonly IReadOnlyList<Choice> MachineActions = Choice.From(100000200, "Hangup", "LeaveMessage", "LeaveMessageOnLastAttemptOnly");

    public static readonly TableDefinition Definition = new("msdyn_proactive_engagement_config", "msdyn_proactive_engagement_configs", "msdyn_proactive_engagement_configid", "msdyn_name", "engagement")
    {
        Columns =
        [
            Column.Key("msdyn_proactive_engagement_configid"),
            Column.Text("msdyn_name", 100, Requirement.Application),
            Column.Text("msdyn_description", 200, Requirement.Application),
            Column.OneOf("msdyn_type", Types, requirement: Requirement.Application),
            Column.OneOf("msdyn_dialmode_type", DialModes, requirement: Requirement.Application),
            Column.OneOf("msdyn_engagement_type", EngagementTypes),
            Column.Lookup("msdyn_workstream", "msdyn_liveworkstream", requirement: Requirement.Application),
            Column.Lookup("msdyn_queue", "queue", requirement: Requirement.Application),
            Column.OneOf("msdyn_priority", Priorities, 3, Requirement.Application),
            Column.OneOf("msdyn_processing_order", Orders, 700610000, Requirement.Application),
            Column.OneOf("msdyn_retry_priority_mode", RetryPriorities, 700610000),
            Column.Boolean("msdyn_ignore_queue_hours", false),
            Column.Integer("msdyn_max_concurrent_calls", 1),
            Column.Integer("msdyn_max_calls_per_agent", 1),
            Column.Integer("msdyn_queue_allotment", 1, 100),
            Column.Boolean("msdyn_reserve_agent_capacity", false),
            Column.OneOf("msdyn_bot_failure_treatment_type", BotFailureTreatments, 192360000, Requirement.Application),
            Column.Integer("msdyn_bot_failure_treatment_rate_threshold", 0, 100),
            Column.OneOf("msdyn_throttle_metric", ThrottleMetrics),
            Column.OneOf("msdyn_throttle_metric_2", ThrottleMetrics),
            Column.Integer("msdyn_throttle_threshold", 0),
            Column.Integer("msdyn_throttle_threshold_2", 0),
            Column.Integer("msdyn_throttle_control_period", 1),
            Column.Integer("msdyn_throttle_control_period_2", 1),
            Column.Integer("msdyn_throttle_adjustment_percentage", 1, 100),
            Column.Integer("msdyn_first_response_timeout_mins", 0),
            Column.OneOf("msdyn_answering_machine_action_type", MachineActions),
            Column.Integer("msdyn_answering_machine_detection_time_seconds", 1, 7),
            Column.Text("msdyn_answering_machine_message", 2000),
            Column.Boolean("msdyn_call_delay_enabled", false),
            Column.Integer("msdyn_call_delay_seconds", 60, 7080),
            Column.Boolean("msdyn_close_existing_conversations", true),
            Column.Boolean("msdyn_create_conversation_without_availability_check", false),
            Column.Integer("msdyn_max_batch_size_without_availability", 1),
            Column.Integer("msdyn_customer_wait_threshold", 0),
            Column.Integer("msdyn_suspend_threshold_percentage", 1, 100),
            Column.Integer("msdyn_suspend_threshold_lookback", 1),
            Column.Boolean("msdyn_fallback_message_enabled", true),
            Column.Text("msdyn_fallback_message", 2000),
            Column.Boolean("msdyn_enable_whatsapp_outbound_messaging", false),
            Column.Text("msdyn_intentid", 100),
            Column.Text("hrld_presets", 400),
            Column.Integer("hrld_ring_seconds", 15, 120) with { Default = 30L },
            .. RowColumns.Standard(), .. RowColumns.SolutionAware(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
        Rules = new() { Check = EngagementRules.Check },
    };
}
