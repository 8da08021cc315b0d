using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Herald.Audit;

/// <summary>Reading connections to either engine. Nothing is ever written.</summary>
internal sealed class AuditDatabase
{
    private readonly string text;

    public AuditDatabase(AuditOptions options)
    {
        if (options.DatabaseFile is null == options.ConnectionString is null)
            throw new ArgumentException("Name either a database file (SQLite) or a connection string (PostgreSQL).", nameof(options));
        IsSqlite = options.DatabaseFile is not null;
        text = IsSqlite
            ? new SqliteConnectionStringBuilder { DataSource = options.DatabaseFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString()
            : new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false, Options = "-c default_transaction_read_only=on" }.ToString();
    }

    public bool IsSqlite { get; }

    public async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        DbConnection connection = IsSqlite ? new SqliteConnection(text) : new NpgsqlConnection(text);
        await connection.OpenAsync(ct);
        return connection;
    }

    /// <summary>For pages of the log: each line looks its request up by key, which PostgreSQL must not take for a reason to read all requests.</summary>
    public async Task<DbConnection> OpenLogAsync(CancellationToken ct)
    {
        var connection = await OpenAsync(ct);
        await using var command = Command(connection, IsSqlite ? "pragma mmap_size = 17179869184" : "set enable_hashjoin = off; set enable_mergejoin = off; set jit = off");
        await command.ExecuteNonQueryAsync(ct);
        return connection;
    }

    public static DbCommand Command(DbConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Ids are 16 big-endian bytes on SQLite, uuid on PostgreSQL.</summary>
    public static Guid Id(DbDataReader row, int ordinal) =>
        row is SqliteDataReader ? new Guid(row.GetFieldValue<byte[]>(ordinal), bigEndian: true) : row.GetGuid(ordinal);
}
