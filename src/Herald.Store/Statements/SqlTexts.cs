using System.Collections.Concurrent;
using System.Reflection;

namespace Herald.Store.Statements;

/// <summary>The embedded statements, by engine and name.</summary>
internal static class SqlTexts
{
    private static readonly Assembly Home = typeof(SqlTexts).Assembly;
    private static readonly ConcurrentDictionary<string, string> Read = [];

    public static string Of(StoreEngine engine, string name) => Read.GetOrAdd($"Sql/{engine}/{name}", ReadResource);

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
