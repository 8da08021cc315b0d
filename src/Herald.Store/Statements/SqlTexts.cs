using System.Collections.Concurrent;
using System.Reflection;

namespace Herald.Store.Statements;

/// <summary>The embedded statements, by engine and name.</summary>
internal static class SqlTexts
{
    private static readonly Assembly Home = typeof(SqlTexts).Assembly;
    private static readonly ConcurrentDictionary<string, string> Read = [];

    /// <summary>The text of <c>name</c>, or of <c>name:column</c> with that column, from a fixed list, put in for <c>{column}</c>.</summary>
    public static string Of(StoreEngine engine, string name)
    {
        var parts = name.Split(':');
        var text = Read.GetOrAdd($"Sql/{engine}/{parts[0]}", ReadResource);
        return parts.Length == 1 ? text : text.Replace("{column}", parts[1], StringComparison.Ordinal);
    }

    /// <summary>All resource names under a folder, sorted.</summary>
    public static IReadOnlyList<string> Under(string folder) =>
        [.. Home.GetManifestResourceNames().Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string ReadResource(string name)
    {
        using var stream = Home.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no statement {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
