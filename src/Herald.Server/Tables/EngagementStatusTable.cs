using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 5: what Suspend and Resume change; no row = not suspended.</summary>
internal static class EngagementStatusTable
{
    public static readonly TableDefinition Definition = new("msdyn_proactive_engagement_config_status", "msdyn_proactive_engagement_config_statuses", "msdyn_proactive_engagement_config_statusid", "msdyn_name", "engagement_status")
    {
        Columns =
        [
            Column.Key("msdyn_proactive_engagement_config_statusid"),
            Column.Text("msdyn_name", 850, Requirement.Application),
            Column.Lookup("msdyn_proactive_engagement_config", "msdyn_proactive_engagement_config", inverse: "msdyn_proactive_engagement_config_status_msdyn_proactive_engagement_config_msdyn_proactive", onDelete: OnDelete.Cascade, requirement: Requirement.Application),
            Column.Boolean("msdyn_suspended", true),
            Column.OneOf("msdyn_suspension_type", Choice.From(700610000, "Bot Failure", "Admin UI Action", "API Action", "Exceeded Customer Wait Threshold"), 700610001),
            .. RowColumns.Standard(), .. RowColumns.SolutionAware(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
        OnlyOnes = [new("An engagement has at most one status row.", "msdyn_proactive_engagement_config")],
    };
}
