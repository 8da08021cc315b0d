using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 21, ours: the trunk or message account and its rate.</summary>
internal static class OutboundProfileTable
{
    public static readonly TableDefinition Definition = new("hrld_outboundprofile", "hrld_outboundprofiles", "hrld_outboundprofileid", "hrld_name", "outbound_profile")
    {
        Columns =
        [
            Column.Key("hrld_outboundprofileid"),
            Column.Text("hrld_name", 100, Requirement.Application),
            Column.OneOf("hrld_channel", Choice.From(100000000, "Voice", "SMS"), requirement: Requirement.System),
            Column.Text("hrld_transport", 100, Requirement.Application),
            Column.Integer("hrld_rate", 1, 100_000),
            Column.Boolean("hrld_receipts", true),
            Column.Text("hrld_inbound_agent", 100),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
