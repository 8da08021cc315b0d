using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Sessions;
using Herald.WebApi.Writes;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary>What hangs on a row by a navigation property: read, linked with <c>$ref</c>, unlinked.</summary>
internal static class Related
{
    public static async ValueTask ReadAsync(Call call, RowKey key, Navigation navigation, bool countOnly)
    {
        call.MustRead(key.Table);
        var column = navigation.Many ? key.Table.KeyColumn : navigation.Lookup;
        if (await PointerAsync(call, key, column) is not { } id)
        {
            call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        string Within(SqlText sql) => $"{navigation.Lookup.At(Rows.RowShape.Alias)} = {sql.Value(id)}";
        if (!navigation.Many) await ReadRow.RunAsync(call, new RowKey(navigation.Target, id, [], null));
        else if (countOnly) await ReadCount.RunAsync(call, navigation.Target, Within);
        else await ReadPage.RunAsync(call, navigation.Target, Within);
    }

    public static async ValueTask ReadReferenceAsync(Call call, RowKey key, Navigation navigation)
    {
        call.MustRead(key.Table);
        if (navigation.Many)
        {
            if (await PointerAsync(call, key, key.Table.KeyColumn) is { } owner)
                await ReadPage.RunAsync(call, navigation.Target, sql => $"{navigation.Lookup.At(Rows.RowShape.Alias)} = {sql.Value(owner)}", references: true);
        }
        else if (await PointerAsync(call, key, navigation.Lookup) is { } id)
            await Responses.ObjectAsync(call, StatusCodes.Status200OK, "#$ref", json => json.WriteString("@odata.id", $"{call.Root}/{navigation.Target.Set}({id})"));
        else call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>PUT on a single, POST on a collection: <c>{"@odata.id":"…"}</c>.</summary>
    public static async ValueTask LinkAsync(Call call, RowKey key, Navigation navigation)
    {
        using var json = await Body.JsonAsync(call, key.Table.Set);
        if (json.RootElement.ValueKind != System.Text.Json.JsonValueKind.Object || !json.RootElement.TryGetProperty("@odata.id", out var id) || id.ValueKind != System.Text.Json.JsonValueKind.String)
            throw new RefusedException(Faults.Payload(key.Table.Set, "A JSON object with the member '@odata.id' is expected."));
        var other = Reference.Parse(call, navigation.Target, id.GetString()!);
        await SetAsync(call, navigation, navigation.Many ? other : key, navigation.Many ? key : other);
    }

    public static ValueTask UnlinkAsync(Call call, RowKey key, Navigation navigation, IReadOnlyList<KeyPart>? child)
    {
        if (!navigation.Many) return SetAsync(call, navigation, key, null);
        var other = child is { Count: > 0 } ? RowKey.Of(call.Host.Catalogue, navigation.Target, child)
            : call.Query["$id"] is { } text ? Reference.Parse(call, navigation.Target, text)
            : throw new RefusedException(Faults.Url("Which row to unlink is not said: put its key behind the navigation property, or in $id."));
        return SetAsync(call, navigation, other, null);
    }

    private static ValueTask SetAsync(Call call, Navigation navigation, RowKey owner, RowKey? target)
    {
        WriteRow.MustBeWritable(owner.Table);
        call.MustWrite(owner.Table, "Write");
        if (navigation.Lookup.Write == Writability.Never) throw new RefusedException(Faults.NotSupported(navigation.Name));
        return ReadProperty.ChangeAsync(call, owner, new RowChange(owner.Table, new Dictionary<Column, object?> { [navigation.Lookup] = target }));
    }

    /// <summary>An id column of the row; 404 when there is no row.</summary>
    private static ValueTask<Guid?> PointerAsync(Call call, RowKey key, Column column) => Reader.RunAsync<Guid?>(call, key.Table, async (session, ct) =>
    {
        var sql = new SqlText(call.Host.Dialect);
        sql.Append($"select {column.At("r")} from {key.Table.FromAs("r")} where ").Append(key.Where(sql, "r"));
        await using var statement = session.Prepare(sql);
        await using var reader = await statement.ReadAsync(ct);
        if (!await reader.ReadAsync(ct)) throw new RefusedException(key.NotFound);
        return reader.IsDBNull(0) ? null : Stored.ReadId(reader, 0, call.Host.Dialect);
    });
}
