using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 2: a number an engagement may show.</summary>
internal static class CallerIdNumberTable
{
    public static readonly TableDefinition Definition = new("msdyn_planner_callerid_phone_number", "msdyn_planner_callerid_phone_numbers", "msdyn_planner_callerid_phone_numberid", "msdyn_name", "callerid_number")
    {
        Columns =
        [
            Column.Key("msdyn_planner_callerid_phone_numberid"),
            Column.Text("msdyn_name", 850, Requirement.Application),
            Column.Lookup("msdyn_callerid_phone_numberid", "msdyn_ocphonenumber"),
            Column.Lookup("msdyn_planner_configurationid", "msdyn_proactive_engagement_planner_config", onDelete: OnDelete.Cascade),
            .. RowColumns.Standard(), .. RowColumns.SolutionAware(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
