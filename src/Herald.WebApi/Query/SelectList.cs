using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Expand;
using Herald.WebApi.Rows;

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

    /// <summary>What was selected and expanded, as it stands in a context URL.</summary>
    public static string Context(RowShape shape, IReadOnlyList<ExpandPlan> plans)
    {
        if (plans.Count == 0) return shape.Selected.Length == 0 ? "" : $"({shape.Selected})";
        return $"({shape.Selected}{(shape.Selected.Length > 0 ? "," : "")}{string.Join(',', plans.Select(p => p.Context))})";
    }
}
