using System.Data.Common;
using System.Text.Json;
using Herald.Store;

namespace Herald.Simulation.Tests.Settings;

/// <summary>Writes settings as the Web API does: the row, its number, and the state it has then in the history, in one transaction.</summary>
internal sealed class SettingsRows(StoreUnderTest place)
{
    private readonly Dictionary<Guid, Dictionary<string, object?>> rows = [];

    /// <summary>Columns that are not named stay as they are.</summary>
    public async Task SaveAsync(string table, Guid id, Instant now, IReadOnlyDictionary<string, object?> values)
    {
        var at = now.ToUnixTimeMilliseconds();
        var known = rows.TryGetValue(id, out var row);
        row = rows[id] = known ? row! : new Dictionary<string, object?> { ["id"] = id, ["version"] = 0L, ["created_at"] = at };
        foreach (var (column, value) in values)
            row[column] = value;
        row["modified_at"] = at;
        row["version"] = (long)row["version"]! + 1;
        await WriteAsync(async (connection, transaction, ct) =>
        {
            await using var command = Command(connection, transaction);
            command.CommandText = known
                ? $"update \"{table}\" set {string.Join(", ", row.Select(pair => $"\"{pair.Key}\" = {Value(command, pair.Value)}"))} where id = {Value(command, id)}"
                : $"insert into \"{table}\" ({string.Join(", ", row.Keys.Select(name => $"\"{name}\""))}) values ({string.Join(", ", row.Values.Select(value => Value(command, value)))})";
            await command.ExecuteNonQueryAsync(ct);
            await AppendAsync(connection, transaction, table, row, at, false, ct);
        });
    }

    public async Task DeleteAsync(string table, Guid id, Instant now)
    {
        if (!rows.Remove(id, out var row))
            return;
        await WriteAsync(async (connection, transaction, ct) =>
        {
            await using var command = Command(connection, transaction);
            command.CommandText = $"delete from \"{table}\" where id = {Value(command, id)}";
            await command.ExecuteNonQueryAsync(ct);
            await AppendAsync(connection, transaction, table, row, now.ToUnixTimeMilliseconds(), true, ct);
        });
    }

    private async Task WriteAsync(Func<DbConnection, DbTransaction, CancellationToken, Task> work) =>
        await place.Store.Rows.WriteAsync(true, async (connection, transaction, ct) =>
        {
            await work(connection, transaction, ct);
            return 0;
        }, CancellationToken.None);

    private async Task AppendAsync(DbConnection connection, DbTransaction transaction, string table, Dictionary<string, object?> row, long at, bool deleted, CancellationToken ct)
    {
        await using var command = Command(connection, transaction);
        command.CommandText = $"insert into row_version (table_name, row_id, at, deleted, body) values ({Value(command, table)}, {Value(command, row["id"])}, {Value(command, at)}, {Value(command, deleted)}, {Value(command, JsonSerializer.Serialize(row))})";
        await command.ExecuteNonQueryAsync(ct);
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        return command;
    }

    private string Value(DbCommand command, object? value)
    {
        if (value is null)
            return "null";
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"p{command.Parameters.Count}";
        parameter.Value = (value, place.Store.Engine) switch
        {
            (Guid id, StoreEngine.Sqlite) => id.ToByteArray(bigEndian: true),
            (bool flag, StoreEngine.Sqlite) => flag ? 1L : 0L,
            _ => value,
        };
        command.Parameters.Add(parameter);
        return $"@{parameter.ParameterName}";
    }
}
