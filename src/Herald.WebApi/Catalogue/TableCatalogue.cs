using Microsoft.OData.Edm;

namespace Herald.WebApi.Catalogue;

/// <summary>All tables and operations, joined up: navigation both ways, the EDM, its text.</summary>
public sealed class TableCatalogue
{
    private readonly Dictionary<string, TableDefinition> bySet;
    private readonly Dictionary<string, TableDefinition> byName;
    private readonly Dictionary<(string Table, string Name), Column> columns = [];
    private readonly Dictionary<(string Table, string Name), Navigation> navigations = [];

    /// <exception cref="ArgumentException">Two tables or two columns share a name.</exception>
    public TableCatalogue(IEnumerable<TableDefinition> tables, IEnumerable<OperationDefinition> operations)
    {
        Tables = [.. tables.Select(WithInverses)];
        Operations = [.. operations];
        bySet = Tables.ToDictionary(t => t.Set, StringComparer.Ordinal);
        byName = Tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
        foreach (var table in Tables)
            foreach (var column in table.Columns)
            {
                columns.Add((table.Name, column.Property), column);
                if (column.Target is { } target && byName.TryGetValue(target.Table, out var to)) AddNavigation(table, column, target, to);
            }
        Model = ModelBuilder.Build(this);
        Metadata = MetadataText.Of(Model);
    }

    public IReadOnlyList<TableDefinition> Tables { get; }
    public IReadOnlyList<OperationDefinition> Operations { get; }
    internal EdmModel Model { get; }
    internal byte[] Metadata { get; }
    internal IEnumerable<Navigation> Navigations => navigations.Values;

    internal TableDefinition? Set(string set) => bySet.GetValueOrDefault(set);
    internal TableDefinition? Table(string name) => byName.GetValueOrDefault(name);
    internal Column? Property(TableDefinition table, string property) => columns.GetValueOrDefault((table.Name, property));
    internal Navigation? Navigation(TableDefinition table, string nav) => navigations.GetValueOrDefault((table.Name, nav));
    internal TableDefinition Table(IEdmType type) => byName[((IEdmEntityType)type).Name];

    private void AddNavigation(TableDefinition table, Column column, LookupTarget target, TableDefinition to)
    {
        navigations.Add((table.Name, target.Nav), new Navigation(target.Nav, table, to, column, Many: false));
        // Audit columns would give every user hundreds of collections; the product's clients do not walk them.
        if (column.IsStored && column.Name is not ("createdby" or "modifiedby" or "ownerid"))
            navigations.TryAdd((to.Name, target.Inverse), new Navigation(target.Inverse, to, table, column, Many: true));
    }

    private static TableDefinition WithInverses(TableDefinition table) => table with
    {
        Columns = [.. table.Columns.Select(c => c.Target is { Inverse: "" } t ? c with { Target = t with { Inverse = $"{t.Table}_{table.Name}_{c.Name}" } } : c)],
    };
}
