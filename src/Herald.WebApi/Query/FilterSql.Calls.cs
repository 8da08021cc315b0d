using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace Herald.WebApi.Query;

/// <summary>contains, startswith, endswith and the functions of Microsoft.Dynamics.CRM.</summary>
internal sealed partial class FilterSql
{
    private const string Prefix = "Microsoft.Dynamics.CRM.";

    private string Call(SingleValueFunctionCallNode call, Scope scope)
    {
        var arguments = call.Parameters.ToList();
        if (call.Name is "contains" or "startswith" or "endswith")
        {
            if (Plain(arguments[1]) is not ConstantNode { Value: string part }) throw Refuse(call);
            return Matches(Operand(arguments[0], scope), call.Name, part);
        }
        if (call.Name.StartsWith(Prefix, StringComparison.Ordinal) && QueryFunctions.Find(call.Name[Prefix.Length..]) is { } function)
            return Microsoft(function, arguments, scope);
        throw new RefusedException(Faults.Url($"The function '{call.Name}' is not supported."));
    }

    private string Matches(Operand column, string function, string part)
    {
        if (column.IsNever) return "1=0";
        Literals.Text(part, column.Column);
        var pattern = Verbatim(part);
        return Like(column, function switch { "contains" => $"%{pattern}%", "startswith" => $"{pattern}%", _ => $"%{pattern}" });
    }

    /// <summary>A text as a pattern that only itself matches.</summary>
    public static string Verbatim(string part) =>
        part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    /// <param name="pattern"><c>%</c> and <c>_</c> as in SQL, escaped by a backslash.</param>
    public string Like(Operand column, string pattern)
    {
        if (column.IsNever) return "1=0";
        Literals.Text(pattern, column.Column);
        var text = Texts.Of(column.Column, column.Sql, sql.Dialect);
        var value = sql.Value(pattern);
        // LIKE is case-blind on SQLite (ASCII, like NOCASE), exact on PostgreSQL.
        return sql.Dialect == SqlDialect.Sqlite ? $"{text} like {value} escape '\\'" : $"lower({text}) like lower({value}) escape '\\'";
    }

    private string Microsoft(QueryFunction function, List<QueryNode> arguments, Scope scope)
    {
        var named = arguments.OfType<NamedFunctionParameterNode>().ToDictionary(p => p.Name, p => Plain(p.Value), StringComparer.Ordinal);
        var column = Named(named, scope);
        var values = named.TryGetValue("PropertyValues", out var several) ? Several(several) : [];
        var value = named.TryGetValue("PropertyValue", out var one) && one is ConstantNode { Value: { } literal } ? literal : null;
        return Function(function, column, values, value);
    }

    /// <summary>A function of the product over a column: <paramref name="values"/> of those that take several, else <paramref name="value"/>.</summary>
    public string Function(QueryFunction function, Operand column, List<object> values, object? value)
    {
        return function.Name switch
        {
            "In" => In(column, values),
            "NotIn" => $"(({In(column, values)}) is not true)",
            "Between" => Between(column, values),
            "NotBetween" => $"(({Between(column, values)}) is not true)",
            "ContainValues" => Contains(column, values),
            "DoesNotContainValues" => $"(({Contains(column, values)}) is not true)",
            "On" => Day(column, value, (at, next) => $"({column.Sql} >= {at()} and {column.Sql} < {next()})"),
            "NotOn" => Day(column, value, (at, next) => $"({column.Sql} < {at()} or {column.Sql} >= {next()})"),
            "OnOrAfter" => Day(column, value, (at, _) => $"{column.Sql} >= {at()}"),
            "OnOrBefore" => Day(column, value, (_, next) => $"{column.Sql} < {next()}"),
            _ => Range(function, column, value as int? ?? 0),
        };
    }

    private Operand Named(Dictionary<string, QueryNode> named, Scope scope)
    {
        if (!named.TryGetValue("PropertyName", out var node) || node is not ConstantNode { Value: string name })
            throw new RefusedException(Faults.Url("The function needs PropertyName."));
        // The product takes the logical name of a lookup here; clients send the _x_value form as well.
        var table = scope.Table;
        var column = catalogue.Property(table, name) ?? catalogue.Property(table, $"_{name}_value") ?? throw new RefusedException(Faults.NoProperty(name, table.Name));
        return new Operand(column, column.At(scope.Alias));
    }

    private string In(Operand column, List<object> values) =>
        values.Count == 0 ? "1=0" : $"({string.Join(" or ", values.Select(v => Comparison.Of(column, BinaryOperatorKind.Equal, v, sql)))})";

    private string Between(Operand column, List<object> values)
    {
        if (values.Count != 2) throw new RefusedException(Faults.Url("Between takes two values."));
        return $"({Comparison.Of(column, BinaryOperatorKind.GreaterThanOrEqual, values[0], sql)} and {Comparison.Of(column, BinaryOperatorKind.LessThanOrEqual, values[1], sql)})";
    }

    /// <summary>Any of the values in a multi-select column, which holds <c>1,2,3</c>.</summary>
    private string Contains(Operand column, List<object> values)
    {
        if (column.Column.Kind != ColumnKind.Choices) throw new RefusedException(Faults.Url($"'{column.Column.Property}' is no multi-select column."));
        var each = values.Select(v => $"(','||{column.Sql}||',') like {sql.Value($"%,{Literals.Number(v, column.Column with { Kind = ColumnKind.Integer })},%")}");
        return values.Count == 0 ? "1=0" : $"({string.Join(" or ", each)})";
    }

    private string Day(Operand column, object? literal, Func<Func<string>, Func<string>, string> predicate)
    {
        if (literal is null) throw new RefusedException(Faults.Url("The function needs PropertyValue."));
        var at = DateTimeOffset.FromUnixTimeMilliseconds(Literals.Instant(literal, column.Column)).UtcDateTime.Date;
        if (at >= DateTime.MaxValue.Date) throw new RefusedException(Faults.Url("The date is out of range."));
        return column.Column.Kind switch
        {
            ColumnKind.Instant => predicate(() => sql.Value(Milliseconds(at)), () => sql.Value(Milliseconds(at.AddDays(1)))),
            ColumnKind.Date => predicate(() => sql.Value(DayText(at)), () => sql.Value(DayText(at.AddDays(1)))),
            _ => throw new RefusedException(Faults.Url($"'{column.Column.Property}' is no date column.")),
        };
    }

    private string Range(QueryFunction function, Operand column, int count)
    {
        if (column.Column.Kind is not (ColumnKind.Instant or ColumnKind.Date)) throw new RefusedException(Faults.Url($"'{column.Column.Property}' is no date column."));
        if (count is < 0 or > 20_000) throw new RefusedException(Faults.Url("The number of units is out of range."));
        DateTime from, to;
        try
        {
            (from, to) = function.Range!(time.GetUtcNow().UtcDateTime, count);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new RefusedException(Faults.Url("The number of units is out of range."));
        }
        return column.Column.Kind == ColumnKind.Date
            ? $"({column.Sql} >= {sql.Value(DayText(from))} and {column.Sql} < {sql.Value(DayText(to.AddDays(to.TimeOfDay > TimeSpan.Zero ? 1 : 0)))})"
            : $"({column.Sql} >= {sql.Value(Milliseconds(from))} and {column.Sql} < {sql.Value(Milliseconds(to))})";
    }

    private static long Milliseconds(DateTime utc) => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToUnixTimeMilliseconds();

    private static string DayText(DateTime day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static List<object> Several(QueryNode node) => node switch
    {
        ConstantNode { Value: ODataCollectionValue collection } => [.. collection.Items.Where(i => i is not null)],
        CollectionConstantNode constants => [.. constants.Collection.Where(c => c.Value is not null).Select(c => c.Value)],
        _ => throw new RefusedException(Faults.Url("The function needs a list of values.")),
    };
}
