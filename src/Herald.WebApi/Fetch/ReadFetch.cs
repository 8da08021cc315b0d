using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Query;
using Herald.WebApi.Requests;
using Herald.WebApi.Rows;
using Herald.WebApi.Sessions;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Fetch;

/// <summary>GET of a set with fetchXml: the older query language over the same tables, filters and pages.</summary>
internal static class ReadFetch
{
    /// <summary>Rows that a page number without its cookie may skip, as the product.</summary>
    private const int MostSkipped = 50_000;

    public static async ValueTask RunAsync(Call call, TableDefinition table)
    {
        call.Allow();
        var query = FetchQuery.Of(call, table, call.Query["fetchXml"]!);
        using var body = new PooledBuffer();
        await Reader.RunAsync(call, table, async (session, ct) =>
        {
            if (query.Aggregate) await FetchGroups.WriteAsync(call, query, body, session, ct);
            else await WriteAsync(call, query, body, session, ct);
            return 0;
        });
        await Responses.BodyAsync(call.Http, StatusCodes.Status200OK, body);
    }

    private static async ValueTask WriteAsync(Call call, FetchQuery query, PooledBuffer body, Session session, CancellationToken ct)
    {
        var fields = new FetchFields(call, query);
        var count = FetchText.Flag(query.Fetch, "returntotalrecordcount") ? await CountAsync(call, query, fields, session, ct) : -1;
        using var json = new Utf8JsonWriter(body, Responses.Writing);
        json.WriteStartObject();
        json.WriteString("@odata.context", $"{call.Root}/$metadata#{query.Table.Set}({string.Join(',', fields.Shape.Fields.Select(f => f.Name))})");
        if (count >= 0)
        {
            json.WriteNumber("@Microsoft.Dynamics.CRM.totalrecordcount", count);
            json.WriteBoolean("@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded", count >= call.Host.Options.CountCap);
        }
        json.WriteStartArray("value");
        var next = await RowsAsync(call, query, fields, json, session, ct);
        json.WriteEndArray();
        json.WriteBoolean("@Microsoft.Dynamics.CRM.morerecords", next is not null);
        if (next is not null) json.WriteString("@Microsoft.Dynamics.CRM.fetchxmlpagingcookie", FetchCookie.Text(next));
        json.WriteEndObject();
    }

    private static async ValueTask<PageToken?> RowsAsync(Call call, FetchQuery query, FetchFields fields, Utf8JsonWriter json, Session session, CancellationToken ct)
    {
        var (size, pages, page) = Size(call, query);
        var fingerprint = FetchStatement.Fingerprint(query.Fetch);
        var token = pages && FetchText.Of(query.Fetch, "paging-cookie") is { } cookie && page > 1 ? FetchCookie.Read(cookie, page, fingerprint, call.Host.Dialect) : null;
        var offset = token is null ? (page - 1L) * size : 0;
        if (offset > MostSkipped) throw FetchText.Refuse($"A page behind row {MostSkipped} needs the paging-cookie of the one before it.");
        var (read, parts) = (0, 1);
        object?[]? last = null;
        for (var part = 0; part < parts; part++)
        {
            var statement = new FetchStatement(call, query, fields);
            var keys = statement.Keys();
            if (token is not null && token.Values.Count != keys.Count) throw PageToken.Malformed();
            var plan = token is not null ? Paging.After(keys, token) : offset > 0 ? [new Paging.Part(null, keys)] : Paging.First(keys);
            parts = plan.Count;
            await using var prepared = session.Prepare(statement.Part(plan[part], keys, size + 1, offset));
            await using var reader = await prepared.ReadAsync(ct);
            var row = RowValues.Of(reader);
            while (await reader.ReadAsync(ct))
            {
                if (read++ == size) return pages ? new PageToken(page + 1, fingerprint, last!) : null;
                Write(json, row, fields, call.Preferences.Annotations);
                if (read == size) last = Last(reader, fields.Behind, keys.Count);
            }
        }
        return null;
    }

    private static void Write(Utf8JsonWriter json, RowValues row, FetchFields fields, Annotations annotations)
    {
        json.WriteStartObject();
        RowWriter.Members(json, row, fields.Shape);
        foreach (var (field, _) in fields.Linked)
        {
            if (row.IsNull(field.Ordinal)) json.WriteNull(field.Name);
            else RowWriter.Value(json, row, field, annotations);
        }
        json.WriteEndObject();
    }

    private static (int Size, bool Pages, int Page) Size(Call call, FetchQuery query)
    {
        var most = call.Host.Options.PageSize;
        var (top, count, page) = (FetchText.Number(query.Fetch, "top"), FetchText.Number(query.Fetch, "count"), FetchText.Number(query.Fetch, "page"));
        if (top is { } rows) return count is null && page is null ? (Math.Min(rows, most), false, 1) : throw FetchText.Refuse("'top' goes neither with 'count' nor with 'page'.");
        return (Math.Min(count ?? call.Preferences.MaxPageSize ?? most, most), true, page ?? 1);
    }

    private static async ValueTask<int> CountAsync(Call call, FetchQuery query, FetchFields fields, Session session, CancellationToken ct)
    {
        var statement = new FetchStatement(call, query, fields);
        statement.Filter.Sql.Append("select count(*) from (select 1");
        statement.Rows();
        await using var prepared = session.Prepare(statement.Filter.Sql.Limit(call.Host.Options.CountCap).Append(") counted"));
        return Convert.ToInt32(await prepared.ScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    private static object?[] Last(DbDataReader reader, int first, int keys)
    {
        var values = new object?[keys];
        for (var n = 0; n < keys; n++) values[n] = reader.IsDBNull(first + n) ? null : reader.GetValue(first + n);
        return values;
    }
}
