using System.Globalization;
using Herald.Store.Statements;

namespace Herald.Store.Migrations;

/// <summary>The scripts of one engine in the order of their numbers. A number that nobody used is no fault: branches reserve them.</summary>
internal static class MigrationSet
{
    public static IReadOnlyList<Migration> Embedded(StoreEngine engine)
    {
        var folder = $"Migrations/{engine}";
        return Ordered(SqlTexts.Under(folder).Select(name => Read(name[(folder.Length + 1)..], SqlTexts.ReadResource(name))));
    }

    public static Migration Read(string name, string sql) => new(int.Parse(name[..4], CultureInfo.InvariantCulture), name, sql);

    /// <exception cref="InvalidOperationException">A number is there twice.</exception>
    public static IReadOnlyList<Migration> Ordered(IEnumerable<Migration> migrations)
    {
        var ordered = migrations.OrderBy(migration => migration.Number).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            if (ordered[i].Number == ordered[i - 1].Number)
                throw new InvalidOperationException($"Migration {ordered[i].Number:0000} is there twice: {ordered[i - 1].Name} and {ordered[i].Name}.");
        }

        return ordered;
    }
}
