using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 20: a category of disposition codes.</summary>
internal static class DispositionCategoryTable
{
    public static readonly TableDefinition Definition = new("msdyn_dispositioncodecategory", "msdyn_dispositioncodecategories", "msdyn_dispositioncodecategoryid", "msdyn_categoryname", "disposition_category")
    {
        Columns =
        [
            Column.Key("msdyn_dispositioncodecategoryid"),
            Column.Text("msdyn_categoryname", 850, Requirement.Application),
            .. RowColumns.Standard(), .. RowColumns.SolutionAware(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
