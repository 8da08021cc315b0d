using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 11: cancels what matches, through its link rows.</summary>
internal static class CancellationPolicyTable
{
    public static readonly TableDefinition Definition = new("msdyn_cancellation_policy", "msdyn_cancellation_policies", "msdyn_cancellation_policyid", "msdyn_name", "cancellation_policy")
    {
        Columns =
        [
            Column.Key("msdyn_cancellation_policyid"),
            Column.Text("msdyn_name", 100, Requirement.Application),
            Column.Text("msdyn_country_codes", 2000),
            Column.Text("msdyn_state_codes", 2000),
            Column.Text("msdyn_postal_codes", 2000),
            Column.Instant("msdyn_end_date"),
            Column.Text("msdyn_cancellation_comment", 2000),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
