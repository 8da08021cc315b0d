using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Microsoft.OData.UriParser;

namespace Herald.WebApi.Query;

/// <summary>A key of a URL, resolved: the row's id, or the values of an alternate key.</summary>
internal sealed record RowKey(TableDefinition Table, Guid? Id, IReadOnlyList<(Column Column, string Value)> Values, string? Partition)
{
    public static RowKey Of(TableCatalogue catalogue, TableDefinition table, IReadOnlyList<KeyPart> parts, string? partition = null)
    {
        if (parts is [{ Name: "" } bare]) return new RowKey(table, Bare(bare, table), [], partition);
        var values = new List<(Column, string)>();
        Guid? id = null;
        foreach (var part in parts)
        {
            var column = catalogue.Property(table, part.Name) ?? throw new RefusedException(Faults.NoProperty(part.Name, table.Name));
            if (column.Kind == ColumnKind.Key) id = Bare(part, table);
            else if (table.Elastic && column.Name == "partitionid") partition = part.Value;
            else values.Add((column, part.Value));
        }
        if (id is not null && values.Count == 0) return new RowKey(table, id, [], partition);
        var names = values.Select(v => v.Item1.Name).Order(StringComparer.Ordinal);
        if (id is not null || !table.AlternateKeys.Any(k => k.Columns.Order(StringComparer.Ordinal).SequenceEqual(names)))
            throw new RefusedException(Faults.Url($"The key of '{table.Set}' is not valid: it is neither the primary key nor an alternate key of '{table.EntityType}'."));
        return new RowKey(table, null, values, partition);
    }

    public Fault NotFound => Id is { } id ? Faults.NoRow(Table.Name, id) : Faults.NoRowByKey(Table.Name);

    /// <summary>The condition on rows of that alias.</summary>
    public string Where(SqlText sql, string alias)
    {
        if (Id is not { } id)
            return string.Join(" and ", Values.Select(v => Comparison.Of(new Operand(v.Column, v.Column.At(alias)), BinaryOperatorKind.Equal, v.Value, sql)));
        // The partition of an elastic row is its id's text, so another partition holds no such row.
        var elsewhere = Partition is not null && (!Guid.TryParse(Partition, out var partition) || partition != id);
        return elsewhere ? "1=0" : $"{Table.KeyColumn.At(alias)} = {sql.Value(id)}";
    }

    private static Guid Bare(KeyPart part, TableDefinition table) =>
        !part.Quoted && Guid.TryParseExact(part.Value, "D", out var id)
            ? id
            : throw new RefusedException(Faults.Url($"Syntax error: '{part.Literal}' is not a key of '{table.Set}'; a GUID without quotes is expected."));
}
