using System.Text.Json;
using System.Text;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Rows;
using Herald.WebApi.Sessions;
using Herald.WebApi.Writes;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary>GET, PUT and DELETE of one property of a row.</summary>
internal static class ReadProperty
{
    private static readonly JsonEncodedText ValueName = JsonEncodedText.Encode("value");

    public static async ValueTask RunAsync(Call call, RowKey key, Column column, bool raw)
    {
        call.MustRead(key.Table);
        call.Allow();
        using var body = new PooledBuffer();
        var found = await Reader.RunAsync(call, key.Table, async (session, ct) =>
        {
            var sql = new SqlText(call.Host.Dialect);
            sql.Append($"select {column.At("r")} from {key.Table.FromAs("r")} where ").Append(key.Where(sql, "r"));
            await using var statement = session.Prepare(sql);
            await using var reader = await statement.ReadAsync(ct);
            if (!await reader.ReadAsync(ct)) throw new RefusedException(key.NotFound);
            var row = RowValues.Of(reader);
            if (row.IsNull(0)) return false;
            using var json = new Utf8JsonWriter(body, Responses.Writing);
            json.WriteStartObject();
            json.WriteString("@odata.context", $"{call.Root}/$metadata#{key.Table.Set}({key.Id})/{column.Property}");
            RowWriter.Value(json, row, new RowField(column, 0) { Name = ValueName }, Annotations.None);
            json.WriteEndObject();
            return true;
        });
        if (!found) call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        else if (raw) await RawAsync(call, body);
        else await Responses.BodyAsync(call.Http, StatusCodes.Status200OK, body);
    }

    public static async ValueTask SetAsync(Call call, RowKey key, Column column)
    {
        WriteRow.MustBeWritable(key.Table);
        call.MustWrite(key.Table, "Write");
        using var json = await Body.JsonAsync(call, key.Table.Set);
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("value", out var value))
            throw new RefusedException(Faults.Payload(key.Table.Set, "A JSON object with the member 'value' is expected."));
        using var member = JsonDocument.Parse($"{{{JsonSerializer.Serialize(column.Property)}:{value.GetRawText()}}}");
        await ChangeAsync(call, key, BodyReader.Read(call, key.Table, member.RootElement));
    }

    public static ValueTask ClearAsync(Call call, RowKey key, Column column)
    {
        WriteRow.MustBeWritable(key.Table);
        call.MustWrite(key.Table, "Write");
        if (column.Kind is ColumnKind.Key or ColumnKind.Lookup || column.Write != Writability.Always) throw new RefusedException(Faults.NotSupported(column.Property));
        return ChangeAsync(call, key, new RowChange(key.Table, new Dictionary<Column, object?> { [column] = null }));
    }

    /// <summary>A change of a row that must be there; answers 204.</summary>
    public static async ValueTask ChangeAsync(Call call, RowKey key, RowChange change)
    {
        var row = await Work.RunAsync(call, key.Table.Settings, async work =>
        {
            var before = await StoredRow.FindAsync(work, key.Table, key) ?? throw new RefusedException(key.NotFound);
            return await RowWrites.UpdateAsync(work, before, change);
        });
        call.Http.Response.Headers["OData-EntityId"] = $"{call.Root}/{key.Table.Set}({row.Id})";
        call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async ValueTask RawAsync(Call call, PooledBuffer body)
    {
        using var json = JsonDocument.Parse(body.Written);
        using var text = new PooledBuffer();
        Encoding.UTF8.GetBytes(json.RootElement.GetProperty("value").ToString(), text);
        await Responses.BodyAsync(call.Http, StatusCodes.Status200OK, text, "text/plain");
    }
}
