using Microsoft.OData.UriParser;

namespace Herald.WebApi.Fetch;

/// <summary>The operators of FetchXML conditions: as comparisons, or under the names of the query functions.</summary>
internal static class FetchOperators
{
    public static readonly IReadOnlyDictionary<string, BinaryOperatorKind> Comparisons = new Dictionary<string, BinaryOperatorKind>(StringComparer.Ordinal)
    {
        ["eq"] = BinaryOperatorKind.Equal,
        ["ne"] = BinaryOperatorKind.NotEqual,
        ["neq"] = BinaryOperatorKind.NotEqual,
        ["gt"] = BinaryOperatorKind.GreaterThan,
        ["ge"] = BinaryOperatorKind.GreaterThanOrEqual,
        ["lt"] = BinaryOperatorKind.LessThan,
        ["le"] = BinaryOperatorKind.LessThanOrEqual,
    };

    /// <summary>LIKE pattern of a text; false: the rows that do not match.</summary>
    public static readonly IReadOnlyDictionary<string, (string Pattern, bool Wanted)> Texts = new Dictionary<string, (string, bool)>(StringComparer.Ordinal)
    {
        ["begins-with"] = ("{0}%", true),
        ["not-begin-with"] = ("{0}%", false),
        ["ends-with"] = ("%{0}", true),
        ["not-end-with"] = ("%{0}", false),
    };

    private static readonly Dictionary<string, string> Spelled = new(StringComparer.Ordinal)
    {
        ["lastsevendays"] = "Last7Days",
        ["nextsevendays"] = "Next7Days",
        ["notcontainvalues"] = "DoesNotContainValues",
    };

    private static readonly Dictionary<string, Query.QueryFunction> Functions =
        Query.QueryFunctions.All.ToDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>last-x-days</c> is LastXDays.</summary>
    public static Query.QueryFunction? Function(string name)
    {
        var plain = name.Replace("-", "", StringComparison.Ordinal);
        return Functions.GetValueOrDefault(Spelled.GetValueOrDefault(plain, plain));
    }
}
