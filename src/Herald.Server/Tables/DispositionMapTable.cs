using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 20: a code set on a conversation; written by agents.</summary>
internal static class DispositionMapTable
{
    public static readonly TableDefinition Definition = new("msdyn_conversationdispositioncodemap", "msdyn_conversationdispositioncodemaps", "msdyn_conversationdispositioncodemapid", "msdyn_name", "disposition_map")
    {
        Columns =
        [
            Column.Key("msdyn_conversationdispositioncodemapid"),
            Column.Text("msdyn_name", 100),
            Column.Text("msdyn_dispositioncodevalue", 200, Requirement.Application),
            Column.Lookup("msdyn_ocliveworkitemid", "msdyn_ocliveworkitem", onDelete: OnDelete.Cascade, requirement: Requirement.Application),
            Column.Lookup("msdyn_ocdispositioncodeid", "msdyn_ocdispositioncode"),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Everyone,
        Versioned = true,
        Settings = true,
    };
}
