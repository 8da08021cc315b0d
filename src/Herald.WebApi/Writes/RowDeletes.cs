using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Microsoft.OData.UriParser;

namespace Herald.WebApi.Writes;

/// <summary>Deletes a row and does to those that point at it what their lookups say.</summary>
internal static class RowDeletes
{
    public static async ValueTask DeleteAsync(Work work, StoredRow row)
    {
        foreach (var table in work.Call.Host.Catalogue.Tables.Where(t => t.From is null))
            foreach (var lookup in table.Columns.Where(c => c.IsStored && c.Target?.Table == row.Table.Name)) await ReleaseAsync(work, row, table, lookup);
        var sql = new SqlText(work.Dialect);
        await using var command = sql.Append($"delete from \"{row.Table.Stored}\" where \"id\" = {sql.Value(row.Id)}").Command(work.Connection, work.Transaction);
        await command.ExecuteNonQueryAsync(work.Token);
        await RowHistory.AppendAsync(work, row, deleted: true);
    }

    private static async ValueTask ReleaseAsync(Work work, StoredRow row, TableDefinition table, Column lookup)
    {
        // A user's own audit marks are no links that a delete of the user would have to take back.
        if (lookup.Name is "createdby" or "modifiedby" or "ownerid") return;
        if (lookup.Target!.OnDelete == OnDelete.RemoveLink && !table.Versioned)
        {
            await UnlinkAllAsync(work, row, table, lookup);
            return;
        }
        foreach (var id in await PointingAsync(work, row, table, lookup))
        {
            if (lookup.Target.OnDelete == OnDelete.Restrict) throw new RefusedException(Faults.StillReferenced(table.Name));
            if (await StoredRow.FindAsync(work, table, new RowKey(table, id, [], null)) is not { } pointing) continue;
            if (lookup.Target.OnDelete == OnDelete.Cascade) await DeleteAsync(work, pointing);
            else await RowWrites.UpdateAsync(work, pointing, new RowChange(table, new Dictionary<Column, object?> { [lookup] = null }));
        }
    }

    /// <summary>One statement however many rows point here: a contact may have thousands of conversations.</summary>
    private static async ValueTask UnlinkAllAsync(Work work, StoredRow row, TableDefinition table, Column lookup)
    {
        var sql = new SqlText(work.Dialect);
        sql.Append($"update \"{table.Stored}\" set \"{lookup.Stored}\" = null, \"version\" = \"version\" + 1, \"modified_at\" = {sql.Value(Stored.Milliseconds(work.Now))} where \"{lookup.Stored}\" = {sql.Value(row.Id)}");
        await using var command = sql.Command(work.Connection, work.Transaction);
        await command.ExecuteNonQueryAsync(work.Token);
    }

    private static async ValueTask<List<Guid>> PointingAsync(Work work, StoredRow row, TableDefinition table, Column lookup)
    {
        var sql = new SqlText(work.Dialect);
        var same = Comparison.Of(new Operand(lookup, lookup.At("r")), BinaryOperatorKind.Equal, row.Id, sql);
        await using var command = sql.Append($"select r.\"id\" from \"{table.Stored}\" r where {same}").Command(work.Connection, work.Transaction);
        await using var reader = await command.ExecuteReaderAsync(work.Token);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(work.Token)) ids.Add(Stored.ReadId(reader, 0, work.Dialect));
        return ids;
    }
}
