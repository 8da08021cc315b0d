using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Rows;
using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;

namespace Herald.WebApi.Apply;

/// <summary>
/// $apply → one grouping statement. Supported as by the product: <c>filter(…)/</c> any number of times, then one
/// <c>groupby((…),aggregate(…))</c>, <c>groupby((…))</c> or <c>aggregate(…)</c>; $orderby over its members behind it.
/// </summary>
internal sealed class GroupQuery(FilterSql filter, TableDefinition table)
{
    private readonly Scope scope = new(null, "$it", table, RowShape.Alias);
    private readonly List<string> where = [];

    public List<GroupColumn> Columns { get; } = [];

    public string Where => where.Count == 0 ? "" : " where " + string.Join(" and ", where);

    public void Read(ApplyClause clause)
    {
        foreach (var step in clause.Transformations)
        {
            if (Columns.Count > 0) throw Refuse("Nothing may follow groupby or aggregate in $apply.");
            switch (step)
            {
                case FilterTransformationNode wanted:
                    where.Add(filter.Predicate(wanted.FilterClause.Expression, scope));
                    break;
                case AggregateTransformationNode aggregate:
                    Aggregates(aggregate);
                    break;
                case GroupByTransformationNode groups:
                    Groups(groups);
                    break;
                default:
                    throw Refuse($"The transformation '{step.Kind}' is not supported.");
            }
        }
        if (Columns.Count == 0) throw Refuse("$apply needs groupby or aggregate.");
    }

    /// <summary>ORDER BY over grouped columns and aliases, by their place in the list.</summary>
    public string OrderBy(OrderByClause? clause)
    {
        var parts = new List<string>();
        for (; clause is not null; clause = clause.ThenBy)
        {
            var name = clause.Expression switch
            {
                SingleValueOpenPropertyAccessNode open => open.Name,
                SingleValuePropertyAccessNode property => property.Property.Name,
                _ => throw Refuse("Only members of the result can be ordered by."),
            };
            var place = Columns.FindIndex(c => c.Name == name);
            if (place < 0) throw new RefusedException(Faults.NoProperty(name, table.Name));
            var descending = clause.Direction == OrderByDirection.Descending;
            parts.Add($"{place + 1}{(descending ? " desc nulls last" : " nulls first")}");
        }
        return parts.Count == 0 ? "" : " order by " + string.Join(", ", parts);
    }

    private void Groups(GroupByTransformationNode groups)
    {
        foreach (var property in groups.GroupingProperties)
        {
            if (property.Expression is null || property.ChildTransformations.Count > 0) throw Refuse("Grouping through a navigation property is not supported.");
            var operand = filter.Operand(property.Expression, scope);
            Columns.Add(GroupColumn.Of(operand.Column, operand.Sql, Columns.Count));
        }
        switch (groups.ChildTransformations)
        {
            case null: break;
            case AggregateTransformationNode aggregate: Aggregates(aggregate); break;
            default: throw Refuse("Only aggregate may stand inside groupby.");
        }
    }

    private void Aggregates(AggregateTransformationNode node)
    {
        foreach (var each in node.AggregateExpressions)
        {
            if (each is not AggregateExpression aggregate) throw Refuse("Only aggregates of columns are supported.");
            Columns.Add(Aggregate(aggregate));
        }
    }

    private GroupColumn Aggregate(AggregateExpression aggregate)
    {
        if (aggregate.Method == AggregationMethod.VirtualPropertyCount) return new GroupColumn(aggregate.Alias, "count(*)", false, null);
        var operand = filter.Operand(aggregate.Expression, scope);
        var postgres = filter.Sql.Dialect == SqlDialect.Postgres;
        var number = operand.Column.IsNumber;
        return aggregate.Method switch
        {
            AggregationMethod.CountDistinct => new GroupColumn(aggregate.Alias, $"count(distinct {operand.Sql})", false, null),
            AggregationMethod.Sum when number => new GroupColumn(aggregate.Alias, $"sum({operand.Sql})" + (postgres ? "::bigint" : ""), false, null),
            AggregationMethod.Average when number => new GroupColumn(aggregate.Alias, $"avg({operand.Sql})" + (postgres ? "::float8" : ""), false, null, Fraction: true),
            AggregationMethod.Min when Ordered(operand.Column) => GroupColumn.Of(operand.Column, $"min({operand.Sql})", Columns.Count, aggregate.Alias),
            AggregationMethod.Max when Ordered(operand.Column) => GroupColumn.Of(operand.Column, $"max({operand.Sql})", Columns.Count, aggregate.Alias),
            _ => throw Refuse($"The aggregation '{aggregate.Method}' is not supported for '{operand.Column.Property}'."),
        };
    }

    private static bool Ordered(Column column) => column.IsNumber || column.IsText || column.Kind is ColumnKind.Instant or ColumnKind.InstantText or ColumnKind.Date;

    private static RefusedException Refuse(string message) => new(Faults.Url(message));
}
