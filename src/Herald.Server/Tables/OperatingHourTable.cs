using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 15: when a queue is open.</summary>
internal static class OperatingHourTable
{
    public static readonly TableDefinition Definition = new("msdyn_operatinghour", "msdyn_operatinghours", "msdyn_operatinghourid", "msdyn_name", "operating_hour")
    {
        Columns =
        [
            Column.Key("msdyn_operatinghourid"),
            Column.Text("msdyn_name", 100, Requirement.Application),
            Column.Boolean("msdyn_enablealldays", false),
            Column.Text("msdyn_starttimestring", 10),
            Column.Text("msdyn_endtimestring", 10),
            Column.Text("msdyn_calendarid", 100),
            Column.Text("msdyn_timezone", 100),
            Column.Integer("msdyn_totalworkhours", 0),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
