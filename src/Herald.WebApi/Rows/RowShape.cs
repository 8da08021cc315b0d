using System.Text;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Query;

namespace Herald.WebApi.Rows;

/// <summary>
/// The columns of an answer and the SQL list that reads them: version, key, then the fields, then labels of lookups.
/// Made once for a $select and kept; the row alias in it is <see cref="Alias"/>.
/// </summary>
internal sealed class RowShape
{
    public const string Alias = "r";
    public const int KeyOrdinal = 1;
    private readonly int extra;

    public RowShape(TableCatalogue catalogue, TableDefinition table, IReadOnlyList<Column> columns, Annotations annotations, SqlDialect dialect, string? select = null)
    {
        Selected = select?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        (Table, Annotations) = (table, annotations);
        var sql = new StringBuilder($"{table.VersionAt(Alias)}, {table.KeyColumn.At(Alias)}");
        var fields = new List<RowField>();
        var ordinal = 2;
        foreach (var column in columns)
        {
            if (column.Kind == ColumnKind.Key || column.Sql == "null")
            {
                fields.Add(new RowField(column, column.Kind == ColumnKind.Key ? 1 : -1));
                continue;
            }
            sql.Append(", ").Append(column.At(Alias));
            var field = new RowField(column, ordinal++);
            if (annotations.Formatted && Label(catalogue, column, dialect, Alias) is { } label)
            {
                sql.Append(", ").Append(label);
                field = new RowField(column, field.Ordinal, ordinal++);
            }
            fields.Add(field);
        }
        (Fields, List, extra) = ([.. fields], sql.ToString(), ordinal);
    }

    public TableDefinition Table { get; }
    public Annotations Annotations { get; }
    public RowField[] Fields { get; }

    /// <summary>$select as it stands in a context URL; empty: all.</summary>
    public string Selected { get; }

    /// <summary>The select list.</summary>
    public string List { get; }

    /// <summary>The ordinal of the first column that a statement adds behind the list.</summary>
    public int Behind => extra;

    /// <summary>The name of the row a lookup points to, as a column.</summary>
    public static string? Label(TableCatalogue catalogue, Column column, SqlDialect dialect, string alias)
    {
        if (column.Target is not { } target || catalogue.Table(target.Table) is not { } to) return null;
        return $"(select {Texts.Of(to.Labelled, to.Labelled.At("l"), dialect)} from {to.FromAs("l")} where {to.KeyColumn.At("l")} = {column.At(alias)})";
    }
}
