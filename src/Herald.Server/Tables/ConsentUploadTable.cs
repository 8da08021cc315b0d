using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>Ours: a list of consents that was uploaded, and how far it came. Written by the server.</summary>
internal static class ConsentUploadTable
{
    public const string Set = "hrld_consentuploads";

    public static readonly TableDefinition Definition = new("hrld_consentupload", Set, "hrld_consentuploadid", "hrld_name", "consent_upload")
    {
        Columns =
        [
            Column.Key("hrld_consentuploadid"),
            Column.Text("hrld_name", 100, Requirement.Application),
            Column.OneOf("hrld_status", Choice.From(192360000, "Not Started", "In Progress", "Completed", "Completed With Errors", "Failed"), 192360000, Requirement.Application).In("progress"),
            Column.Integer("hrld_total_lines_processed", 0),
            Column.Integer("hrld_consents_written", 0),
            Column.Integer("hrld_failures", 0),
            Column.Text("hrld_error_message", 2000),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
    };
}
