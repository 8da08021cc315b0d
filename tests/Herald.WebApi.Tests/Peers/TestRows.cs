using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Herald.WebApi.Tests.Peers;

/// <summary>A database with the migration and the engine's tables in it, and one writer.</summary>
internal sealed partial class TestRows(SqlDialect dialect, string connectionString) : IRowSource, IDisposable
{
    private readonly SemaphoreSlim writer = new(1);

    public SqlDialect Dialect => dialect;

    /// <summary>How often a write said that it changes what the engine reads.</summary>
    public int SettingsChanges { get; private set; }

    public async ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct)
    {
        DbConnection connection = dialect == SqlDialect.Sqlite ? new SqliteConnection(connectionString) : new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    public async ValueTask<T> WriteAsync<T>(bool changesSettings, Func<DbConnection, DbTransaction, CancellationToken, ValueTask<T>> work, CancellationToken ct)
    {
        await writer.WaitAsync(ct);
        try
        {
            await using var connection = await OpenReaderAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var result = await work(connection, transaction, ct);
            await transaction.CommitAsync(ct);
            if (changesSettings) SettingsChanges++;
            return result;
        }
        finally
        {
            writer.Release();
        }
    }

    public void Interrupt(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle }) raw.sqlite3_interrupt(handle);
    }

    public void Dispose() => writer.Dispose();

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenReaderAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task CreateTablesAsync()
    {
        var engine = dialect == SqlDialect.Sqlite ? "sqlite" : "postgres";
        await ExecuteAsync(Text($"engine_{engine}.sql"));
        var settings = Text($"{dialect}.{Settings}");
        await ExecuteAsync(settings);
        // Of the later ones, the tables that they make and the columns that they add to these; the engine's own tables are simpler here, and nothing is to be done by triggers.
        var later = typeof(TestRows).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"{dialect}.", StringComparison.Ordinal) && string.CompareOrdinal(name, $"{dialect}.{FirstLater}") >= 0)
            .Order(StringComparer.Ordinal)
            .Select(name => Comment().Replace(Text(name), ""))
            .ToList();
        foreach (var made in later.SelectMany(text => MadeTable().Matches(text)))
            await ExecuteAsync(made.Value);
        foreach (var added in later.SelectMany(text => AddedColumn().Matches(text)))
        {
            if (settings.Contains($"create table \"{added.Groups[1].Value}\"", StringComparison.Ordinal))
                await ExecuteAsync(added.Value);
        }
    }

    private const string Settings = "0002_settings.sql";
    private const string FirstLater = "0006";

    [GeneratedRegex("--[^\\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex("^create table [^;]*;", RegexOptions.Multiline)]
    private static partial Regex MadeTable();

    [GeneratedRegex("^alter table \"?(\\w+)\"? add column [^;]*;", RegexOptions.Multiline)]
    private static partial Regex AddedColumn();

    private static string Text(string resource)
    {
        using var stream = typeof(TestRows).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
