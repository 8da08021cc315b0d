using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 15: where representatives stand.</summary>
internal static class QueueTable
{
    public static readonly TableDefinition Definition = new("queue", "queues", "queueid", "name", "queue")
    {
        Columns =
        [
            Column.Key("queueid"),
            Column.Text("name", 200, Requirement.Application),
            Column.Memo("description", 2000),
            Column.Text("emailaddress", 100),
            Column.OneOf("queueviewtype", Choice.From(0, "Public", "Private"), 0),
            Column.Lookup("msdyn_operatinghourid", "msdyn_operatinghour"),
            Column.Boolean("msdyn_operatinghoursbasedassignment", false),
            Column.Boolean("msdyn_isomnichannelqueue", true),
            Column.Integer("msdyn_queuetype"),
            Column.Integer("msdyn_priority"),
            Column.Integer("msdyn_assignmentstrategy"),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
