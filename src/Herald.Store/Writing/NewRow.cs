using System.Data.Common;
using System.Text.Json;

namespace Herald.Store.Writing;

/// <summary>A row that the program itself brings along: physical table and columns, which come from its own code and never from a caller.</summary>
public sealed class NewRow(string table, Guid id)
{
    private readonly Dictionary<string, object?> values = [];

    public string Table => table;

    /// <summary>Its table's rows keep their versions: writing it also writes the first. Default: false.</summary>
    public bool KeepsHistory { get; set; }

    public object? this[string column]
    {
        set => values[column] = value;
    }

    /// <summary>False: a row of that id or key is there already, and stays as it is.</summary>
    internal async ValueTask<bool> InsertIfAbsentAsync(DbConnection connection, DbTransaction transaction, StoreEngine engine, long now, CancellationToken ct)
    {
        var all = new Dictionary<string, object?>(values) { ["id"] = id };
        all.TryAdd("created_at", now);
        all.TryAdd("modified_at", now);
        all.TryAdd("version", 1L);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"""
            insert into "{table}" ({string.Join(", ", all.Keys.Select(column => $"\"{column}\""))})
            values ({string.Join(", ", all.Keys.Select(column => $"@{column}"))}) on conflict do nothing
            """;
        foreach (var (column, value) in all)
            Bind(command, column, Stored(engine, value));
        var written = await command.ExecuteNonQueryAsync(ct) > 0;
        if (written && KeepsHistory)
            await AppendVersionAsync(connection, transaction, engine, all, now, ct);
        return written;
    }

    /// <summary>The auditor takes what a row was from its history, also when nobody has touched it since.</summary>
    private async ValueTask AppendVersionAsync(DbConnection connection, DbTransaction transaction, StoreEngine engine, Dictionary<string, object?> all, long now, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "insert into row_version (table_name, row_id, at, deleted, body) values (@table, @row, @at, @deleted, @body)";
        Bind(command, "table", table);
        Bind(command, "row", Stored(engine, id));
        Bind(command, "at", now);
        Bind(command, "deleted", Stored(engine, false));
        Bind(command, "body", JsonSerializer.Serialize(all));
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    /// <summary>Ids are 16 big-endian bytes on SQLite, uuid on PostgreSQL.</summary>
    private static object Stored(StoreEngine engine, object? value) => value switch
    {
        null => DBNull.Value,
        Guid guid when engine == StoreEngine.Sqlite => guid.ToByteArray(bigEndian: true),
        bool flag when engine == StoreEngine.Sqlite => flag ? 1L : 0L,
        _ => value,
    };
}
