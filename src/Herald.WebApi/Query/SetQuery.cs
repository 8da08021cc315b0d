using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Rows;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Herald.WebApi.Query;

/// <summary>The options of a set's URL, parsed: filter, order, top, count.</summary>
internal sealed class SetQuery
{
    public required TableDefinition Table { get; init; }
    public FilterClause? Filter { get; init; }
    public OrderByClause? OrderBy { get; init; }
    public long? Top { get; init; }
    public bool Count { get; init; }
    public IDictionary<string, SingleValueNode>? Aliases { get; init; }

    public static SetQuery Parse(TableCatalogue catalogue, TableDefinition table, QueryOptions query)
    {
        if (!query.Has("$filter") && !query.Has("$orderby") && !query.Has("$top") && !query.Has("$count")) return new SetQuery { Table = table };
        var parser = Parser(catalogue, table, query.Options);
        return new SetQuery
        {
            Table = table,
            Aliases = parser.ParameterAliasNodes,
            Filter = query.Has("$filter") ? Parsed(parser.ParseFilter) : null,
            OrderBy = query.Has("$orderby") ? Parsed(parser.ParseOrderBy) : null,
            Top = query.Has("$top") ? Positive(Parsed(parser.ParseTop)) : null,
            Count = query.Has("$count") && Parsed(parser.ParseCount) == true,
        };
    }

    public static ODataQueryOptionParser Parser(TableCatalogue catalogue, TableDefinition table, IDictionary<string, string> options)
    {
        var set = catalogue.Model.EntityContainer.FindEntitySet(table.Set);
        return new ODataQueryOptionParser(catalogue.Model, set.EntityType, set, options);
    }

    /// <summary>The parser answers some texts with exceptions of any kind instead of its own; they all mean that it cannot read them.</summary>
    public static T Parsed<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception e) when (e is not (ODataException or OutOfMemoryException))
        {
            throw new RefusedException(Faults.Url("The query options cannot be parsed."));
        }
    }

    public Scope Root => new(null, "$it", Table, RowShape.Alias);

    /// <summary>The filter as a condition, or null.</summary>
    public string? Where(FilterSql filter) => Filter is null ? null : filter.Predicate(Filter.Expression, Root);

    /// <summary>What $orderby says, and the primary key behind it: an order in which no two rows are equal.</summary>
    public IReadOnlyList<OrderKey> Order(FilterSql filter)
    {
        var keys = new List<OrderKey>();
        for (var clause = OrderBy; clause is not null; clause = clause.ThenBy)
        {
            var operand = filter.Operand(clause.Expression, Root);
            if (operand.IsNever) continue;
            var key = OrderKey.Of(operand, clause.Direction == OrderByDirection.Descending, filter.Sql.Dialect);
            if (!keys.Any(k => k.Sql == key.Sql)) keys.Add(key);
        }
        var id = Table.KeyColumn.At(RowShape.Alias);
        if (!keys.Any(k => k.Sql == id)) keys.Add(new OrderKey(id, keys.Count > 0 && keys[^1].Descending, Nullable: false));
        return keys;
    }

    private static long? Positive(long? top) => top is > 0 ? top : throw new RefusedException(Faults.Url($"Invalid value '{top}' for $top query option found. The $top query option requires a non-negative integer value."));
}
