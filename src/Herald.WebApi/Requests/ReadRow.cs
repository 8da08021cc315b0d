using System.Text.Json;
using Herald.WebApi.Errors;
using Herald.WebApi.Expand;
using Herald.WebApi.Query;
using Herald.WebApi.Rows;
using Herald.WebApi.Sessions;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary>GET of one row by its key.</summary>
internal static class ReadRow
{
    public static async ValueTask RunAsync(Call call, RowKey key, int status = StatusCodes.Status200OK)
    {
        call.MustRead(key.Table);
        call.Allow("$select", "$expand");
        using var body = new PooledBuffer();
        var version = await Reader.RunAsync(call, key.Table, (session, ct) => WriteAsync(call, key, body, session, ct));
        var etag = RowWriter.Etagged(version);
        call.Http.Response.Headers.ETag = etag;
        if (call.Http.Request.Headers.IfNoneMatch == etag && HttpMethods.IsGet(call.Http.Request.Method))
            call.Http.Response.StatusCode = StatusCodes.Status304NotModified;
        else await Responses.BodyAsync(call.Http, status, body);
    }

    /// <summary>Writes the row as a whole body and gives its version.</summary>
    public static async ValueTask<long> WriteAsync(Call call, RowKey key, PooledBuffer body, Session session, CancellationToken ct)
    {
        var (host, table) = (call.Host, key.Table);
        var shape = host.Shape(table, call.Query["$select"], call.Preferences.Annotations);
        var plans = ExpandPlan.Of(call, table);
        var sql = new SqlText(host.Dialect);
        sql.Append("select ").Append(shape.List);
        foreach (var plan in plans) sql.Append(", ").Append(plan.Link);
        sql.Append(" from ").Append(table.FromAs(RowShape.Alias)).Append(" where ").Append(key.Where(sql, RowShape.Alias)).Append(" limit 1");
        await using var statement = session.Prepare(sql);
        await using var reader = await statement.ReadAsync(ct);
        if (!await reader.ReadAsync(ct)) throw new RefusedException(key.NotFound);
        var values = RowValues.Of(reader);
        var version = values.Number(0);
        using var json = new Utf8JsonWriter(body, Responses.Writing);
        json.WriteStartObject();
        json.WriteString("@odata.context", $"{call.Root}/$metadata#{table.Set}{SelectList.Context(shape, plans)}/$entity");
        RowWriter.Members(json, values, shape);
        if (plans.Count > 0)
        {
            var row = Expansion.Read(values, shape, plans, shape.Behind, null);
            await reader.DisposeAsync();
            foreach (var (name, bytes) in await new Expansion(call, session, ct).MembersAsync(row, plans))
            {
                json.WritePropertyName(name);
                json.WriteRawValue(bytes, skipInputValidation: true);
            }
        }
        json.WriteEndObject();
        return version;
    }
}
