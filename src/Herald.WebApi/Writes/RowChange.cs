using Herald.WebApi.Catalogue;
using Herald.WebApi.Query;

namespace Herald.WebApi.Writes;

/// <summary>
/// A checked body: column → API value (string, long, bool, Guid, DateTimeOffset, DateOnly or null; a lookup's value is a
/// <see cref="RowKey"/> still to be found, or null).
/// </summary>
internal sealed record RowChange(TableDefinition Table, IReadOnlyDictionary<Column, object?> Values)
{
    /// <summary>Created in the same transaction; only where the row itself is created.</summary>
    public IReadOnlyList<NestedRows> Nested { get; init; } = [];

    /// <summary>This one and those inside it.</summary>
    public int Rows => 1 + Nested.Sum(n => n.Rows.Sum(r => r.Rows));

    /// <summary>The engine reads a table that is written here.</summary>
    public bool Settings => Table.Settings || Nested.Any(n => n.Rows.Any(r => r.Settings));

    /// <summary>The primary key the body names, if any.</summary>
    public Guid? Id => Values.TryGetValue(Table.KeyColumn, out var id) ? id as Guid? : null;

    public RowChange With(Column column, object? value) => this with { Values = new Dictionary<Column, object?>(Values) { [column] = value } };
}
