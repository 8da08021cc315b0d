using System.Globalization;
using System.Xml.Linq;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Query;
using Microsoft.OData.UriParser;

namespace Herald.WebApi.Fetch;

/// <summary>The filters of a FetchXML query as SQL, by the same rules that $filter obeys.</summary>
internal sealed class FetchFilter(FetchQuery query, FilterSql filter, Guid user)
{
    /// <summary>All of a table, or null.</summary>
    public string? Of(FetchSource source)
    {
        var filters = source.Element.Elements("filter").Select(f => Filter(source, f)).OfType<string>().ToList();
        return filters.Count == 0 ? null : string.Join(" and ", filters);
    }

    private string? Filter(FetchSource source, XElement element)
    {
        var word = (FetchText.Of(element, "type") ?? "and") switch
        {
            "and" => " and ",
            "or" => " or ",
            var type => throw FetchText.Refuse($"A filter is of the type 'and' or 'or', not '{type}'."),
        };
        var parts = element.Elements().Select(part => part.Name.LocalName switch
        {
            "filter" => Filter(source, part),
            "condition" => Condition(query.Source(source, FetchText.Of(part, "entityname")), part),
            var other => throw FetchText.Refuse($"'{other}' is not supported inside a filter."),
        }).OfType<string>().ToList();
        return parts.Count == 0 ? null : $"({string.Join(word, parts)})";
    }

    private string Condition(FetchSource source, XElement condition)
    {
        var name = FetchText.Must(condition, "operator");
        var column = FetchQuery.Operand(source, FetchText.Must(condition, "attribute"));
        List<object> values = [.. condition.Elements("value").Select(v => v.Value)];
        if (condition.Attribute("value") is { } value) values.Insert(0, value.Value);
        if (FetchText.Of(condition, "valueof") is { } other) return Against(source, column, name, other);
        if (FetchOperators.Comparisons.TryGetValue(name, out var kind)) return Comparison.Of(column, kind, One(values, name), filter.Sql);
        if (FetchOperators.Texts.TryGetValue(name, out var text)) return Like(column, string.Format(CultureInfo.InvariantCulture, text.Pattern, FilterSql.Verbatim((string)One(values, name))), text.Wanted);
        return name switch
        {
            "null" => Comparison.Null(column, BinaryOperatorKind.Equal),
            "not-null" => Comparison.Null(column, BinaryOperatorKind.NotEqual),
            // % and _ are the caller's; a backslash is a character.
            "like" or "not-like" => Like(column, ((string)One(values, name)).Replace("\\", "\\\\", StringComparison.Ordinal), name == "like"),
            "eq-userid" => Comparison.Of(column, BinaryOperatorKind.Equal, user, filter.Sql),
            "ne-userid" => Comparison.Of(column, BinaryOperatorKind.NotEqual, user, filter.Sql),
            _ => Function(name, column, values),
        };
    }

    private string Function(string name, Operand column, List<object> values)
    {
        var function = FetchOperators.Function(name) ?? throw FetchText.Refuse($"The operator '{name}' is not supported.");
        if (column.IsNever) return "1=0";
        object? value = function.Argument switch
        {
            QueryArgument.Number => int.TryParse((string)One(values, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw FetchText.Refuse($"The operator '{name}' takes a number."),
            QueryArgument.One => One(values, name),
            _ => null,
        };
        return filter.Function(function, column, values, value);
    }

    private string Like(Operand column, string pattern, bool wanted)
    {
        var like = filter.Like(column, pattern);
        return wanted ? like : $"(({like}) is not true)";
    }

    private string Against(FetchSource source, Operand left, string name, string other)
    {
        if (!FetchOperators.Comparisons.TryGetValue(name, out var kind)) throw FetchText.Refuse("'valueof' is for comparisons.");
        var parts = other.Split('.');
        var right = parts.Length == 2 ? FetchQuery.Operand(query.Source(source, parts[0]), parts[1]) : FetchQuery.Operand(source, other);
        return filter.Columns(left, kind, right);
    }

    private static object One(List<object> values, string name) => values is [var only] ? only : throw FetchText.Refuse($"The operator '{name}' takes one value.");
}
