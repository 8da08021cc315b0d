using Microsoft.Data.Sqlite;

namespace Herald.WebApi.Tests.Peers;

/// <summary>An empty database of one engine for one test.</summary>
internal sealed class Engines(SqlDialect dialect, PostgresCluster cluster) : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"hw{Guid.NewGuid():N}.db");

    public async Task<TestRows> CreateAsync()
    {
        var rows = new TestRows(dialect, dialect == SqlDialect.Sqlite ? $"Data Source={file}" : await cluster.CreateDatabaseAsync());
        if (dialect == SqlDialect.Sqlite) await rows.ExecuteAsync("pragma journal_mode = wal");
        await rows.CreateTablesAsync();
        return rows;
    }

    public void Dispose()
    {
        // Its own pool only: other tests are in the middle of theirs.
        using (var mine = new SqliteConnection($"Data Source={file}")) SqliteConnection.ClearPool(mine);
        foreach (var each in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*")) File.Delete(each);
    }
}
