using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;

namespace Herald.WebApi.Query;

/// <summary>$select → columns. Lookups only as <c>_x_value</c>: their logical names are no properties.</summary>
internal static class SelectList
{
    public static IReadOnlyList<Column> Columns(TableCatalogue catalogue, TableDefinition table, string? select)
    {
        if (select is null) return table.Columns;
        var columns = new List<Column>();
        foreach (var name in select.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == "*") return table.Columns;
            var column = catalogue.Property(table, name) ?? throw new RefusedException(Faults.NoProperty(name, table.Name));
            if (!columns.Contains(column)) columns.Add(column);
        }
        return columns.Count == 0 ? throw new RefusedException(Faults.Url("$select names no column.")) : columns;
    }

    /// <summary>The list as it stands in a context URL.</summary>
    public static string Context(string? select) => select is null ? "" : $"({select.Replace(" ", "", StringComparison.Ordinal)})";
}
