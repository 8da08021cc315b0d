using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 12: limits and quiet times of the organisation; one active row.</summary>
internal static class GlobalLimitsTable
{
    public static readonly TableDefinition Definition = new("msdyn_proactive_engagement_global_comm_config", "msdyn_proactive_engagement_global_comm_configs", "msdyn_proactive_engagement_global_comm_configid", "msdyn_name", "global_limits")
    {
        Columns =
        [
            Column.Key("msdyn_proactive_engagement_global_comm_configid"),
            Column.Text("msdyn_name", 850, Requirement.Application),
            Column.Boolean("msdyn_comm_frequency_limit_enabled", false),
            Column.Integer("msdyn_comm_max_frequency_per_day", 0),
            Column.Integer("msdyn_comm_max_frequency_per_week", 0),
            Column.Integer("msdyn_comm_max_frequency_per_month", 0),
            Column.Integer("msdyn_comm_max_phone_frequency_per_day", 0),
            Column.Integer("msdyn_comm_max_phone_frequency_per_week", 0),
            Column.Integer("msdyn_comm_max_phone_frequency_per_month", 0),
            Column.Integer("msdyn_comm_max_deliverytask_frequency_per_day", 0),
            Column.Integer("msdyn_comm_max_deliverytask_frequency_per_week", 0),
            Column.Integer("msdyn_comm_max_deliverytask_frequency_per_month", 0),
            Column.Lookup("msdyn_comm_quiet_time_setting_mobile", "msdynmkt_quiettimesetting"),
            Column.Lookup("msdyn_comm_quiet_time_setting_business", "msdynmkt_quiettimesetting"),
            Column.Lookup("msdyn_comm_quiet_time_setting_home", "msdynmkt_quiettimesetting"),
            .. RowColumns.Standard(), .. RowColumns.SolutionAware(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
        OnlyOnes = [new("There is already an active row of organisation limits.")],
    };
}
