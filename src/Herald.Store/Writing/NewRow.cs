using System.Data.Common;

namespace Herald.Store.Writing;

/// <summary>A row that the program itself brings along: physical table and columns, which come from its own code and never from a caller.</summary>
public sealed class NewRow(string table, Guid id)
{
    private readonly Dictionary<string, object?> values = [];

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
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = column;
            parameter.Value = Stored(engine, value);
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteNonQueryAsync(ct) > 0;
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
