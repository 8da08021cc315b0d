using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 20: what an agent may say about a conversation.</summary>
internal static class DispositionCodeTable
{
    public static readonly TableDefinition Definition = new("msdyn_ocdispositioncode", "msdyn_ocdispositioncodes", "msdyn_ocdispositioncodeid", "msdyn_name", "disposition_code")
    {
        Columns =
        [
            Column.Key("msdyn_ocdispositioncodeid"),
            Column.Text("msdyn_name", 100),
            Column.Text("msdyn_dispositioncodevalue", 200, Requirement.Application),
            Column.Lookup("msdyn_dispositioncodecategoryid", "msdyn_dispositioncodecategory"),
            Column.Boolean("msdyn_appliestoallworkstreams", false),
            Column.Lookup("msdyn_languageid", "msdyn_oclanguage").Never(),
            .. RowColumns.Standard(), .. RowColumns.SolutionAware(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
