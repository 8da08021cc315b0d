using Herald.WebApi.Catalogue;
using Herald.WebApi.Query;

namespace Herald.WebApi.Writes;

/// <summary>
/// A checked body: column → API value (string, long, bool, Guid, DateTimeOffset, DateOnly or null; a lookup's value is a
/// <see cref="RowKey"/> still to be found, or null).
/// </summary>
internal sealed record RowChange(TableDefinition Table, IReadOnlyDictionary<Column, object?> Values)
{
    /// <summary>The primary key the body names, if any.</summary>
    public Guid? Id => Values.TryGetValue(Table.KeyColumn, out var id) ? id as Guid? : null;

    public RowChange With(Column column, object? value) => this with { Values = new Dictionary<Column, object?>(Values) { [column] = value } };
}
