using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 6: SMS text with tokens.</summary>
internal static class MessageTemplateTable
{
    public static readonly TableDefinition Definition = new("msdyn_proactive_engagement_message_template", "msdyn_proactive_engagement_message_templates", "msdyn_proactive_engagement_message_templateid", "msdyn_name", "message_template")
    {
        Columns =
        [
            Column.Key("msdyn_proactive_engagement_message_templateid"),
            Column.Text("msdyn_name", 100, Requirement.Application),
            Column.Memo("msdyn_proactive_engagement_message_template_content", 1000, Requirement.Application).In("content"),
            Column.Text("msdyn_proactive_engagement_message_template_used_personalization_tokens", 4000).In("tokens"),
            Column.OneOf("msdyn_proactive_engagement_message_template_type", [new(100000000, "SMS"), new(100000001, "MMS"), new(100000002, "RCS"), new(100000004, "WhatsApp")]).In("type"),
            Column.Lookup("msdyn_ocmessagetemplateid", "msdyn_oc_message_template").Never(),
            .. RowColumns.Standard(), .. RowColumns.SolutionAware(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
