using System.Globalization;
using Herald.Store.Statements;

namespace Herald.Store.Migrations;

/// <summary>The scripts of one engine in order, without gaps.</summary>
internal static class MigrationSet
{
    public static IReadOnlyList<Migration> Embedded(StoreEngine engine)
    {
        var folder = $"Migrations/{engine}";
        return Ordered(SqlTexts.Under(folder).Select(name => Read(name[(folder.Length + 1)..], SqlTexts.ReadResource(name))));
    }

    public static Migration Read(string name, string sql) => new(int.Parse(name[..4], CultureInfo.InvariantCulture), name, sql);

    /// <exception cref="InvalidOperationException">A number is missing or there twice.</exception>
    public static IReadOnlyList<Migration> Ordered(IEnumerable<Migration> migrations)
    {
        var ordered = migrations.OrderBy(migration => migration.Number).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            if (ordered[i].Number != i + 1)
                throw new InvalidOperationException($"Migration {i + 1:0000} is missing or there twice: found {ordered[i].Name}.");
        }

        return ordered;
    }
}
