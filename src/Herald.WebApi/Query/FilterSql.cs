using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Herald.WebApi.Query;

/// <summary>
/// A parsed $filter → SQL predicate. What is not named here is refused: the grammar is an allow-list, identifiers come from
/// the catalogue and literals become parameters, so nothing of a caller is ever SQL text.
/// </summary>
internal sealed partial class FilterSql(TableCatalogue catalogue, SqlText sql, TimeProvider time, IDictionary<string, SingleValueNode>? aliased = null)
{
    private int aliases;

    public SqlText Sql => sql;

    public string NewAlias() => "n" + (++aliases).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string Predicate(QueryNode node, Scope scope) => Plain(node) switch
    {
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and => $"({Predicate(and.Left, scope)} and {Predicate(and.Right, scope)})",
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or => $"({Predicate(or.Left, scope)} or {Predicate(or.Right, scope)})",
        BinaryOperatorNode compare => Compare(compare, scope),
        // A comparison with an empty column is false in OData, so its negation is true; SQL alone would say unknown.
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => $"(({Predicate(not.Operand, scope)}) is not true)",
        ConstantNode { Value: bool b } => b ? "1=1" : "1=0",
        SingleValueFunctionCallNode call => Call(call, scope),
        AnyNode any => Any(any, scope),
        AllNode all => All(all, scope),
        SingleValuePropertyAccessNode property when Operand(property, scope) is { Column.Kind: ColumnKind.Boolean } flag =>
            Comparison.Of(flag, BinaryOperatorKind.Equal, true, sql),
        var other => throw Refuse(other),
    };

    private string Compare(BinaryOperatorNode node, Scope scope)
    {
        var (left, right) = (Plain(node.Left), Plain(node.Right));
        if (left is ConstantNode && right is not ConstantNode) return Compare(right, Mirrored(node.OperatorKind), left, scope);
        return Compare(left, node.OperatorKind, right, scope);
    }

    private string Compare(QueryNode left, BinaryOperatorKind kind, QueryNode right, Scope scope)
    {
        Comparison.Sign(kind);
        if (right is ConstantNode { Value: bool wanted } && left is not (SingleValuePropertyAccessNode or ConstantNode))
            return (kind == BinaryOperatorKind.Equal) == wanted ? Predicate(left, scope) : $"(({Predicate(left, scope)}) is not true)";
        if (left is ConstantNode a && right is ConstantNode b) return Constants(a.Value, kind, b.Value);
        var column = Operand(left, scope);
        if (right is ConstantNode constant) return Comparison.Of(column, kind, constant.Value, sql);
        return Columns(column, kind, Operand(right, scope));
    }

    public string Columns(Operand left, BinaryOperatorKind kind, Operand right)
    {
        if (left.IsNever || right.IsNever) return "1=0";
        if (left.Column.Kind == right.Column.Kind && !left.Column.IsText) return $"{left.Sql} {Comparison.Sign(kind)} {right.Sql}";
        if (left.Column.IsNumber && right.Column.IsNumber) return $"{left.Sql} {Comparison.Sign(kind)} {right.Sql}";
        var (l, r) = (Texts.Of(left.Column, left.Sql, sql.Dialect), Texts.Of(right.Column, right.Sql, sql.Dialect));
        return sql.Dialect == SqlDialect.Sqlite ? $"{l} {Comparison.Sign(kind)} {r} collate nocase" : $"lower({l}) {Comparison.Sign(kind)} lower({r})";
    }

    private static string Constants(object? left, BinaryOperatorKind kind, object? right) => kind switch
    {
        BinaryOperatorKind.Equal => Equals(left, right) ? "1=1" : "1=0",
        BinaryOperatorKind.NotEqual => Equals(left, right) ? "1=0" : "1=1",
        _ => throw new RefusedException(Faults.Url("Comparing two constants in this way is not supported.")),
    };

    private string Any(AnyNode any, Scope scope) => Exists(any, scope, predicate => $"and {predicate}", "exists");

    private string All(AllNode all, Scope scope) => Exists(all, scope, predicate => $"and ({predicate}) is not true", "not exists");

    private string Exists(LambdaNode lambda, Scope scope, Func<string, string> condition, string exists)
    {
        if (lambda.Source is not CollectionNavigationNode collection) throw Refuse(lambda);
        var source = catalogue.Table(collection.Source.TypeReference.Definition);
        var navigation = catalogue.Navigation(source, collection.NavigationProperty.Name) ?? throw Refuse(lambda);
        var alias = NewAlias();
        var inner = new Scope(scope, lambda.CurrentRangeVariable?.Name ?? "", navigation.Target, alias);
        var key = Path(collection.Source, source.KeyColumn, scope);
        return $"{exists} (select 1 from {navigation.Target.FromAs(alias)} where {navigation.Lookup.At(alias)} = {key} {condition(Predicate(lambda.Body, inner))})";
    }

    public Operand Operand(QueryNode node, Scope scope)
    {
        if (Plain(node) is not SingleValuePropertyAccessNode access) throw Refuse(node);
        var table = catalogue.Table(access.Source.TypeReference.Definition);
        var column = catalogue.Property(table, access.Property.Name) ?? throw new RefusedException(Faults.NoProperty(access.Property.Name, table.Name));
        return new Operand(column, column.Sql == "null" ? "null" : Path(access.Source, column, scope));
    }

    /// <summary>A column of the row itself, or through lookups as a scalar subquery: rows are never multiplied by a join.</summary>
    private string Path(QueryNode source, Column column, Scope scope)
    {
        switch (source)
        {
            case ResourceRangeVariableReferenceNode row:
                return column.At(scope.Find(row.Name).Alias);
            case SingleNavigationNode step:
                var table = catalogue.Table(step.Source.TypeReference.Definition);
                var navigation = catalogue.Navigation(table, step.NavigationProperty.Name) ?? throw Refuse(step);
                var alias = NewAlias();
                var target = navigation.Target;
                return $"(select {column.At(alias)} from {target.FromAs(alias)} where {target.KeyColumn.At(alias)} = {Path(step.Source, navigation.Lookup, scope)})";
            default:
                throw Refuse(source);
        }
    }

    /// <summary>Without conversions, and an alias (@p) replaced by what it stands for.</summary>
    private QueryNode Plain(QueryNode node) => node switch
    {
        ConvertNode convert => Plain(convert.Source),
        ParameterAliasNode alias => aliased?.TryGetValue(alias.Alias, out var value) == true && value is not (null or ParameterAliasNode)
            ? Plain(value)
            : throw new RefusedException(Faults.Url($"The alias '{alias.Alias}' has no value.")),
        _ => node,
    };

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        _ => kind,
    };

    private static RefusedException Refuse(QueryNode node) => new(Faults.Url($"The expression of kind '{node.Kind}' is not supported in this place."));
}
