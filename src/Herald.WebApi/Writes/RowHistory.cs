using Herald.WebApi.Query;

namespace Herald.WebApi.Writes;

/// <summary>Appends each state of a versioned row to <c>row_version</c>, in the transaction of the write.</summary>
internal static class RowHistory
{
    public static async ValueTask AppendAsync(Work work, StoredRow row, bool deleted)
    {
        if (!row.Table.Versioned) return;
        var sql = new SqlText(work.Dialect);
        sql.Append("insert into \"row_version\" (\"table_name\", \"row_id\", \"at\", \"by\", \"deleted\", \"body\") values (")
            .Append($"{sql.Value(row.Table.Stored)}, {sql.Value(row.Id)}, {sql.Value(Stored.Milliseconds(work.Now))}, {sql.Value(work.Call.Caller.UserId)}, ")
            .Append($"{sql.Value(Stored.Boolean(deleted, work.Dialect))}, {sql.Value(row.Json())})");
        await using var command = sql.Command(work.Connection, work.Transaction);
        await command.ExecuteNonQueryAsync(work.Token);
    }
}
