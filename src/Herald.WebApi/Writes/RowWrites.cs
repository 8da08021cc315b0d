using System.Globalization;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;

namespace Herald.WebApi.Writes;

/// <summary>Create and update of one row inside a transaction: resolve, merge, check, write, keep the version.</summary>
internal static class RowWrites
{
    public static async ValueTask<StoredRow> CreateAsync(Work work, RowChange change)
    {
        var table = change.Table;
        var id = change.Id ?? Guid.CreateVersion7(work.Now);
        if (await StoredRow.FindAsync(work, table, new RowKey(table, id, [], null)) is not null) throw new RefusedException(Faults.DuplicateId);
        var values = new Dictionary<Column, object?>();
        foreach (var column in table.Columns.Where(c => c.IsStored)) values[column] = Initial(work, column, id);
        var row = new StoredRow(table, id, 1, values);
        foreach (var one in change.Nested.Where(n => !n.Navigation.Many))
            change = change.With(one.Navigation.Lookup, Key(await CreateAsync(work, one.Rows[0])));
        await MergeAsync(work, row, change, creating: true);
        await RowChecks.RunAsync(work, row);
        await InsertAsync(work, row);
        await RowHistory.AppendAsync(work, row, deleted: false);
        foreach (var many in change.Nested.Where(n => n.Navigation.Many))
            foreach (var child in many.Rows) await CreateAsync(work, child.With(many.Navigation.Lookup, Key(row)));
        return row;

        static RowKey Key(StoredRow made) => new(made.Table, made.Id, [], null);
    }

    public static async ValueTask<StoredRow> UpdateAsync(Work work, StoredRow before, RowChange change)
    {
        if (change.Nested.Count > 0)
            throw new RefusedException(Faults.Payload(change.Table.Set, $"Rows inside a row can only be created with it: bind '{change.Nested[0].Navigation.Name}' or write them by themselves.", change.Nested[0].Navigation.Name));
        var row = before with { Version = before.Version + 1, Values = new Dictionary<Column, object?>(before.Values) };
        await MergeAsync(work, row, change, creating: false);
        await RowChecks.RunAsync(work, row);
        foreach (var (column, value) in row.Values.ToList())
            row.Values[column] = column.Name switch { "modifiedon" => work.Now, "modifiedby" => work.Call.Caller.UserId, "versionnumber" => row.Version, _ => value };
        await SetAsync(work, row, [.. row.Values.Keys.Where(c => !Equals(before.Values[c], row.Values[c]))]);
        await RowHistory.AppendAsync(work, row, deleted: false);
        return row;
    }

    private static object? Initial(Work work, Column column, Guid id) => column.Name switch
    {
        "createdon" or "modifiedon" => work.Now,
        "createdby" or "modifiedby" or "ownerid" => work.Call.Caller.UserId,
        "versionnumber" => 1L,
        _ when column.Kind == ColumnKind.Key => id,
        _ => column.Default is int n ? (long)n : column.Default,
    };

    private static async ValueTask MergeAsync(Work work, StoredRow row, RowChange change, bool creating)
    {
        foreach (var (column, value) in change.Values)
        {
            if (!column.IsStored || column.Kind == ColumnKind.Key || (column.Write == Writability.OnCreate && !creating)) continue;
            row.Values[column] = value is RowKey key ? await FoundAsync(work, key) : value;
        }
        States(row, change);
    }

    /// <summary>A state alone brings its default status, a status alone its state; both must fit (product: 0x80048408).</summary>
    private static void States(StoredRow row, RowChange change)
    {
        if (row.Table.Columns.FirstOrDefault(c => c.Kind == ColumnKind.State) is not { } state) return;
        var status = row.Table.Columns.First(c => c.Kind == ColumnKind.Status);
        var (toState, toStatus) = (change.Values.GetValueOrDefault(state) as long?, change.Values.GetValueOrDefault(status) as long?);
        row.Values[state] ??= 0L;
        row.Values[status] ??= (long)status.Choices.First(c => c.State == (long)row.Values[state]!).Value;
        if (toStatus is { } s && toState is null) row.Values[state] = (long)status.Choices.First(c => c.Value == s).State;
        if (toState is { } t && toStatus is null) row.Values[status] = (long)status.Choices.First(c => c.State == t).Value;
        var (now, is_) = ((long)row.Values[state]!, (long)row.Values[status]!);
        if (status.Choices.First(c => c.Value == is_).State != now) throw new RefusedException(Faults.StatusNotOfState(row.Table.Name, is_, now));
    }

    private static async ValueTask<Guid> FoundAsync(Work work, RowKey key)
    {
        var sql = new SqlText(work.Dialect);
        sql.Append($"select {key.Table.KeyColumn.At("r")} from {key.Table.FromAs("r")} where ").Append(key.Where(sql, "r"));
        await using var command = sql.Command(work.Connection, work.Transaction);
        await using var reader = await command.ExecuteReaderAsync(work.Token);
        return await reader.ReadAsync(work.Token) ? Stored.ReadId(reader, 0, work.Dialect) : throw new RefusedException(key.NotFound);
    }

    private static async ValueTask InsertAsync(Work work, StoredRow row)
    {
        var sql = new SqlText(work.Dialect);
        var columns = string.Join(", ", row.Values.Keys.Select(c => $"\"{c.Stored}\""));
        var values = string.Join(", ", row.Values.Values.Select(v => sql.Value(StoredRow.ToStored(v, work.Dialect))));
        await using var command = sql.Append($"insert into \"{row.Table.Stored}\" ({columns}) values ({values})").Command(work.Connection, work.Transaction);
        await command.ExecuteNonQueryAsync(work.Token);
    }

    private static async ValueTask SetAsync(Work work, StoredRow row, IReadOnlyList<Column> changed)
    {
        var sql = new SqlText(work.Dialect);
        var sets = string.Join(", ", changed.Select(c => $"\"{c.Stored}\" = {sql.Value(StoredRow.ToStored(row.Values[c], work.Dialect))}"));
        var before = (row.Version - 1).ToString(CultureInfo.InvariantCulture);
        sql.Append($"update \"{row.Table.Stored}\" set {sets} where \"id\" = {sql.Value(row.Id)} and \"version\" = {before}");
        await using var command = sql.Command(work.Connection, work.Transaction);
        // Another process of a cluster may write the same row between our look and our write.
        if (await command.ExecuteNonQueryAsync(work.Token) != 1) throw new RefusedException(Faults.VersionMismatch);
    }
}
