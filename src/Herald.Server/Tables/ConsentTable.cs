using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 12: what a person allows on a number; only Opted Out blocks.</summary>
internal static class ConsentTable
{
    private static readonly IReadOnlyList<Choice> Values = Choice.From(534120000, "Not Set", "Opted In", "Opted Out");

    public static readonly TableDefinition Definition = new("msdynmkt_contactpointconsent4", "msdynmkt_contactpointconsent4s", "msdynmkt_contactpointconsent4id", "msdynmkt_contactpointvalue", "consent")
    {
        Columns =
        [
            Column.Key("msdynmkt_contactpointconsent4id"),
            Column.Text("msdynmkt_contactpointvalue", 400, Requirement.Application) with { Indexed = true },
            Column.OneOf("msdynmkt_contactpointtype", Choice.From(534120000, "Email", "Text Message", "Custom", "Voice"), requirement: Requirement.Application),
            Column.OneOf("msdynmkt_contactpointconsenttype", Choice.From(534120000, "Purpose", "Topic"), 534120000),
            Column.OneOf("msdynmkt_value", Values, 534120000, Requirement.Application),
            Column.OneOf("msdynmkt_source", Choice.From(534120000, "Internal", "Preference page", "Text message", "Loaded", "Preference Center", "Realtime Marketing Form", "Subscription Center", "Email - list-unsubscribe"), 534120000, Requirement.Application),
            Column.OneOf("msdynmkt_logicalreason", Choice.From(534119999, "No reasons", "Opt-in - Advertisement", "Opt-in - Landing page", "Opt-in - Events", "Opt-out - Content was irrelevant", "Opt-out - Received too frequently", "Opt-out - Didn't recall signing up", "Opt-out - Privacy concerns", "Opt-out - One-click unsubscribe"), 534119999, Requirement.Application),
            Column.Text("msdynmkt_reason", 500),
            Column.Text("msdynmkt_modifiedonbehalf", 500),
            Column.Lookup("msdynmkt_purposeid", "msdynmkt_purpose", "msdynmkt_purposeId", requirement: Requirement.Application) with { Default = PurposeTable.Pes },
            Column.Lookup("msdynmkt_topicid", "msdynmkt_topic", "msdynmkt_topicId").Never(),
            Column.Lookup("msdynmkt_messageid", "email", "email_msdynmkt_messageid").Never(),
            Column.Instant("msdynmkt_migrationtimestamp"),
            Column.OneOf("msdynmkt_uionly_value_tracking", Values),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
        OnlyOnes = [new("There is already a consent row for this contact point, type and purpose.", "msdynmkt_contactpointvalue", "msdynmkt_contactpointtype", "msdynmkt_purposeid")],
    };
}
