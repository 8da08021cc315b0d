using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 7: result keywords agreed for an engagement.</summary>
internal static class EngagementAttributeTable
{
    public static readonly TableDefinition Definition = new("msdyn_proactive_engagement_config_attribute", "msdyn_proactive_engagement_config_attributes", "msdyn_proactive_engagement_config_attributeid", "msdyn_name", "engagement_attribute")
    {
        Columns =
        [
            Column.Key("msdyn_proactive_engagement_config_attributeid"),
            Column.Text("msdyn_name", 100, Requirement.Application),
            Column.Text("msdyn_keyword", 100, Requirement.Application),
            Column.Lookup("msdyn_proactive_engagement_config", "msdyn_proactive_engagement_config", inverse: "msdyn_proactive_engagement_config_msdyn_proactive_engagement_config_attribute", requirement: Requirement.Application),
            .. RowColumns.Standard(), .. RowColumns.SolutionAware(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
