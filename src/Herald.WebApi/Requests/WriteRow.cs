using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Rows;
using Herald.WebApi.Sessions;
using Herald.WebApi.Writes;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary>POST, PATCH and DELETE of rows.</summary>
internal static class WriteRow
{
    public static async ValueTask CreateAsync(Call call, TableDefinition table)
    {
        MustBeWritable(table);
        call.MustWrite(table, "Create");
        call.Allow("$select");
        using var json = await Body.JsonAsync(call, table.Set);
        await AnswerAsync(call, table, StatusCodes.Status201Created, BodyReader.Read(call, table, json.RootElement), (work, change) => RowWrites.CreateAsync(work, change));
    }

    /// <summary>Update, or create when there is no such row and no <c>If-Match</c> forbids it.</summary>
    public static async ValueTask UpdateAsync(Call call, RowKey key)
    {
        var table = key.Table;
        call.Allow("$select");
        if (table.Rules.InsteadOfUpdate is not null)
        {
            await InsteadAsync(call, key);
            return;
        }
        MustBeWritable(table);
        call.MustWrite(table, "Write");
        using var json = await Body.JsonAsync(call, table.Set);
        await UpdateAsync(call, key, BodyReader.Read(call, table, json.RootElement));
    }

    public static ValueTask UpdateAsync(Call call, RowKey key, RowChange change)
    {
        var (ifMatch, ifNoneMatch) = (call.Http.Request.Headers.IfMatch.ToString(), call.Http.Request.Headers.IfNoneMatch.ToString());
        return AnswerAsync(call, key.Table, StatusCodes.Status200OK, change, async (work, c) =>
        {
            var before = await StoredRow.FindAsync(work, key.Table, key);
            if (before is null && ifMatch.Length > 0) throw new RefusedException(key.NotFound);
            if (before is null) return await RowWrites.CreateAsync(work, Keyed(key, c));
            if (ifNoneMatch == "*") throw new RefusedException(Faults.DuplicateId);
            MustMatch(ifMatch, before);
            return await RowWrites.UpdateAsync(work, before, c);
        });
    }

    public static async ValueTask DeleteAsync(Call call, RowKey key)
    {
        MustBeWritable(key.Table);
        call.MustWrite(key.Table, "Delete");
        call.Allow();
        var ifMatch = call.Http.Request.Headers.IfMatch.ToString();
        await Work.RunAsync(call, key.Table.Settings, async work =>
        {
            var row = await StoredRow.FindAsync(work, key.Table, key) ?? throw new RefusedException(key.NotFound);
            MustMatch(ifMatch, row);
            await RowDeletes.DeleteAsync(work, row);
            return 0;
        });
        call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>An upsert that creates: the key of the URL becomes the row's.</summary>
    public static RowChange Keyed(RowKey key, RowChange change)
    {
        if (key.Id is { } id) return change.With(key.Table.KeyColumn, id);
        foreach (var (column, value) in key.Values) change = change.With(column, column.IsNumber ? Literals.Number(value, column) : column.IsId ? Literals.Id(value) : value);
        return change;
    }

    public static void MustBeWritable(TableDefinition table)
    {
        if (table.Writers.Count == 0 || table.From is not null) throw new RefusedException(Faults.NotSupported(table.Name));
    }

    private static void MustMatch(string ifMatch, StoredRow row)
    {
        if (ifMatch is not ("" or "*") && ifMatch != RowWriter.Etagged(row.Version)) throw new RefusedException(Faults.VersionMismatch);
    }

    private static async ValueTask AnswerAsync(Call call, TableDefinition table, int status, RowChange change, Func<Work, RowChange, ValueTask<StoredRow>> write)
    {
        using var body = new PooledBuffer();
        var row = await Work.RunAsync(call, change.Settings, async work =>
        {
            body.Clear(); // a writer may run the work again when its group failed
            var written = await write(work, change);
            if (call.Preferences.Representation) await ReadRow.WriteAsync(call, new RowKey(table, written.Id, [], null), body, new Session(work.Connection, work.Transaction), work.Token);
            return written;
        });
        var headers = call.Http.Response.Headers;
        var url = $"{call.Root}/{table.Set}({row.Id})";
        headers["OData-EntityId"] = url;
        if (status == StatusCodes.Status201Created) headers.Location = url;
        call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        if (!call.Preferences.Representation) return;
        headers["Preference-Applied"] = "return=representation";
        headers.ETag = RowWriter.Etagged(row.Version);
        await Responses.BodyAsync(call.Http, row.Version == 1 ? StatusCodes.Status201Created : status, body);
    }

    private static async ValueTask InsteadAsync(Call call, RowKey key)
    {
        var rules = key.Table.Rules;
        if (!call.Caller.HoldsAny(rules.InsteadRoles)) throw new RefusedException(Faults.MissingPrivilege(call.Caller.UserId, "Write", key.Table.Name));
        using var json = await Body.JsonAsync(call, key.Table.Set);
        var change = BodyReader.Read(call, key.Table, json.RootElement);
        if (change.Nested.Count > 0 || key.Id is not { } id) throw new RefusedException(Faults.NotSupported(key.Table.Name));
        using (var unread = new PooledBuffer())
            await Reader.RunAsync(call, key.Table, (session, ct) => ReadRow.WriteAsync(call, key, unread, session, ct));
        var fault = await rules.InsteadOfUpdate!(call.Http, id, change.Values.ToDictionary(v => v.Key.Name, v => v.Value, StringComparer.Ordinal), call.Aborted);
        if (fault is not null) throw new RefusedException(fault);
        // Reads here never lag behind a write: the token only has to have the form that clients send back.
        if (key.Table.Elastic) call.Http.Response.Headers["x-ms-session-token"] = $"240:8#{call.Host.Options.Time.GetUtcNow().ToUnixTimeMilliseconds()}#7=-1";
        // The two-part key of an elastic row comes back as it was used.
        var named = key.Partition is null ? $"{id}" : $"{key.Table.Key}={id},partitionid='{key.Partition}'";
        call.Http.Response.Headers["OData-EntityId"] = $"{call.Root}/{key.Table.Set}({named})";
        if (call.Preferences.Representation) await ReadRow.RunAsync(call, key);
        else call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
