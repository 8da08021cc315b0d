using System.Data.Common;
using Herald.Store;

namespace Herald.Simulation.Tests.Living;

/// <summary>Reads of the database past the store's own roles.</summary>
internal sealed class Rows(StoreUnderTest place)
{
    public async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read)
    {
        await using var connection = await place.Store.Rows.OpenReaderAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }

    public Guid Id(DbDataReader row, int ordinal) =>
        place.Store.Engine == StoreEngine.Sqlite ? new Guid(row.GetFieldValue<byte[]>(ordinal), bigEndian: true) : row.GetGuid(ordinal);

    public static Instant? At(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : Instant.FromUnixTimeMilliseconds(row.GetInt64(ordinal));
}
