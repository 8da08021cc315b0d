using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 9: a file or bulk request and how far it came. Written by the engine.</summary>
internal static class DeliveryBatchTable
{
    public static readonly TableDefinition Definition = new("msdyn_proactive_delivery_batch", "msdyn_proactive_delivery_batches", "msdyn_proactive_delivery_batchid", "msdyn_batch_id", "delivery_batch")
    {
        Columns =
        [
            Column.Key("msdyn_proactive_delivery_batchid"),
            Column.Text("msdyn_batch_id", 100, Requirement.Application),
            Column.Lookup("msdyn_proactive_engagement_config", "msdyn_proactive_engagement_config", inverse: "msdyn_proactive_engagement_config_msdyn_proactive_delivery_batch", requirement: Requirement.Application),
            Column.OneOf("msdyn_status", Choice.From(192360000, "Not Started", "In Progress", "Completed", "Completed With Errors", "Failed"), 192360000, Requirement.Application).In("progress"),
            Column.Integer("msdyn_deliveries_created", 0),
            Column.Integer("msdyn_delivery_creation_failures", 0),
            Column.Integer("msdyn_file_format_errors", 0),
            Column.Integer("msdyn_total_lines_processed", 0),
            Column.Integer("msdyn_last_processed_line_index", 0),
            Column.Integer("msdyn_error_code"),
            Column.Text("msdyn_error_message", 2000),
            Column.Lookup("msdyn_file_id", "msdyn_fileupload").Never(),
            .. RowColumns.Standard(), .. RowColumns.SolutionAware(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
    };
}
