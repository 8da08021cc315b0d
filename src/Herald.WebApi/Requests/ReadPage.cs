using System.Text.Json;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Expand;
using Herald.WebApi.Query;
using Herald.WebApi.Rows;
using Herald.WebApi.Sessions;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary>GET of a set: one page, keyset-paged.</summary>
internal static class ReadPage
{
    /// <param name="within">A condition besides the filter (rows of a collection property), or null.</param>
    /// <param name="references">Only where the rows are: <c>…/$ref</c> of a collection property.</param>
    public static async ValueTask RunAsync(Call call, TableDefinition table, Func<SqlText, string>? within = null, bool references = false)
    {
        call.MustRead(table);
        if (references) call.Allow("$filter", "$orderby", "$top", "$count", "$skiptoken");
        else call.Allow("$select", "$filter", "$orderby", "$top", "$count", "$expand", "$skiptoken");
        var query = call.Host.Query(table, call.Query);
        var shape = call.Host.Shape(table, references ? table.Key : call.Query["$select"], references ? Annotations.None : call.Preferences.Annotations);
        var plans = ExpandPlan.Of(call, table);
        using var body = new PooledBuffer();
        await Reader.RunAsync(call, table, async (session, ct) =>
        {
            var count = query.Count ? await ReadCount.OfAsync(call, query, within, session, ct) : -1;
            await WriteAsync(call, query, shape, plans, within, references, body, count, session, ct);
            return 0;
        });
        if (call.Preferences.MaxPageSize is { } size && query.Top is null) call.Http.Response.Headers["Preference-Applied"] = $"odata.maxpagesize={size}";
        await Responses.BodyAsync(call.Http, StatusCodes.Status200OK, body);
    }

    private static async ValueTask WriteAsync(Call call, SetQuery query, RowShape shape, IReadOnlyList<ExpandPlan> plans, Func<SqlText, string>? within, bool references, PooledBuffer body, int count, Session session, CancellationToken ct)
    {
        using var json = new Utf8JsonWriter(body, Responses.Writing);
        json.WriteStartObject();
        json.WriteString("@odata.context", $"{call.Root}/$metadata#{(references ? "Collection($ref)" : query.Table.Set + SelectList.Context(shape, plans))}");
        if (count >= 0) json.WriteNumber("@odata.count", count);
        if (call.Preferences.Annotations.Counts)
        {
            json.WriteNumber("@Microsoft.Dynamics.CRM.totalrecordcount", count);
            json.WriteBoolean("@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded", count >= call.Host.Options.CountCap);
        }
        json.WriteStartArray("value");
        var statement = new PageStatement(call, query, shape, plans, within);
        var next = plans.Count == 0
            ? await statement.RowsAsync(session, references ? row => Reference(call, json, row, shape) : row => Row(json, row, shape), ct)
            : await ExpandedAsync(call, statement, shape, plans, json, session, ct);
        json.WriteEndArray();
        if (next is not null) json.WriteString("@odata.nextLink", Next(call, next));
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, RowValues row, RowShape shape)
    {
        json.WriteStartObject();
        RowWriter.Members(json, row, shape);
        json.WriteEndObject();
    }

    private static void Reference(Call call, Utf8JsonWriter json, RowValues row, RowShape shape)
    {
        json.WriteStartObject();
        json.WriteString("@odata.id", $"{call.Root}/{shape.Table.Set}({row.Id(RowShape.KeyOrdinal)})");
        json.WriteEndObject();
    }

    private static async ValueTask<PageToken?> ExpandedAsync(Call call, PageStatement statement, RowShape shape, IReadOnlyList<ExpandPlan> plans, Utf8JsonWriter json, Session session, CancellationToken ct)
    {
        var rows = new List<ExpandedRow>();
        var next = await statement.RowsAsync(session, row => rows.Add(Expansion.Read(row, shape, plans, shape.Behind, null)), ct);
        foreach (var row in await new Expansion(call, session, ct).CompleteAsync(rows, plans)) json.WriteRawValue(row, skipInputValidation: true);
        return next;
    }

    private static string Next(Call call, PageToken token)
    {
        var options = call.Query.RawWithoutToken;
        var path = call.Http.Request.Path.ToUriComponent();
        return $"{call.Root}/{path.Split('/', 5)[4]}?{options}{(options.Length > 0 ? "&" : "")}$skiptoken={Uri.EscapeDataString(token.Text())}";
    }
}
