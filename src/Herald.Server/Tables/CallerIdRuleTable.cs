using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 2: which number is shown to whom.</summary>
internal static class CallerIdRuleTable
{
    public static readonly TableDefinition Definition = new("msdyn_planner_callerid_rule", "msdyn_planner_callerid_rules", "msdyn_planner_callerid_ruleid", "msdyn_name", "callerid_rule")
    {
        Columns =
        [
            Column.Key("msdyn_planner_callerid_ruleid"),
            Column.Text("msdyn_name", 850, Requirement.Application),
            Column.Lookup("msdyn_planner_configurationid", "msdyn_proactive_engagement_planner_config", onDelete: OnDelete.Cascade, requirement: Requirement.Application),
            Column.OneOf("msdyn_rule_field", Choice.From(192350100, "State", "City", "ZipCode", "TimeZone")),
            Column.OneOf("msdyn_rule_condition", Choice.From(192350000, "Starts with", "Equals to", "In"), 192350000),
            Column.Text("msdyn_rule_value", 100, Requirement.Application),
            Column.Lookup("msdyn_callerid_phone_numberid", "msdyn_planner_callerid_phone_number"),
            .. RowColumns.Standard(), .. RowColumns.SolutionAware(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
