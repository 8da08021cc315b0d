using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 11: the engagements a policy acts on.</summary>
internal static class CancellationPolicyLinkTable
{
    public static readonly TableDefinition Definition = new("msdyn_proactive_eng_config_cancellation_policy", "msdyn_proactive_eng_config_cancellation_policies", "msdyn_proactive_eng_config_cancellation_policyid", "msdyn_name", "cancellation_policy_link")
    {
        Columns =
        [
            Column.Key("msdyn_proactive_eng_config_cancellation_policyid"),
            Column.Text("msdyn_name", 850),
            Column.Lookup("msdyn_cancellation_policy", "msdyn_cancellation_policy", onDelete: OnDelete.Cascade, requirement: Requirement.Application),
            Column.Lookup("msdyn_proactive_engagement_configid", "msdyn_proactive_engagement_config", inverse: "msdyn_proactive_eng_config_cancellation_policy_msdyn_proactive_engagement_config", onDelete: OnDelete.Cascade, requirement: Requirement.Application),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
