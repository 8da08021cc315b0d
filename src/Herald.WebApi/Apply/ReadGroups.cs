using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Requests;
using Herald.WebApi.Rows;
using Herald.WebApi.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.OData.UriParser.Aggregation;
using Microsoft.OData.UriParser;

namespace Herald.WebApi.Apply;

/// <summary>GET of a set with $apply. More rows than the cap are refused, as the product does.</summary>
internal static class ReadGroups
{
    public static async ValueTask RunAsync(Call call, TableDefinition table)
    {
        call.MustRead(table);
        call.Allow("$apply", "$orderby", "$top");
        var parser = SetQuery.Parser(call.Host.Catalogue, table, call.Query.Options);
        var apply = SetQuery.Parsed(parser.ParseApply) ?? throw new RefusedException(Faults.Url("$apply is empty."));
        var order = call.Query.Has("$orderby") ? SetQuery.Parsed(parser.ParseOrderBy) : null;
        var top = call.Query.Has("$top") ? SetQuery.Parsed(parser.ParseTop) ?? 0 : call.Host.Options.PageSize;
        if (top < 0) throw new RefusedException(Faults.Url("$top must not be negative."));
        using var body = new PooledBuffer();
        await Reader.RunAsync(call, table, async (session, ct) =>
        {
            await CapAsync(call, table, apply, parser.ParameterAliasNodes, session, ct);
            var (sql, groups) = Read(call, table, apply, parser.ParameterAliasNodes);
            sql.Append("select ").Append(string.Join(", ", groups.Columns.Select(c => c.Sql))).Append($" from {table.FromAs(RowShape.Alias)}{groups.Where}");
            var places = groups.Columns.Select((c, n) => (c.Grouped, Place: n + 1)).Where(c => c.Grouped).Select(c => c.Place.ToString(CultureInfo.InvariantCulture)).ToList();
            if (places.Count > 0) sql.Append(" group by ").Append(string.Join(", ", places));
            sql.Append(groups.OrderBy(order)).Limit(Math.Min(top, call.Host.Options.PageSize));
            await using var statement = session.Prepare(sql);
            await using var reader = await statement.ReadAsync(ct);
            await WriteAsync(call, table, groups.Columns, reader, body, ct);
            return 0;
        });
        await Responses.BodyAsync(call.Http, StatusCodes.Status200OK, body);
    }

    private static (SqlText Sql, GroupQuery Groups) Read(Call call, TableDefinition table, ApplyClause apply, IDictionary<string, SingleValueNode> aliases)
    {
        var sql = new SqlText(call.Host.Dialect);
        var groups = new GroupQuery(new FilterSql(call.Host.Catalogue, sql, call.Host.Options.Time, aliases), table);
        groups.Read(apply);
        return (sql, groups);
    }

    private static async ValueTask CapAsync(Call call, TableDefinition table, ApplyClause apply, IDictionary<string, SingleValueNode> aliases, Session session, CancellationToken ct)
    {
        var (sql, groups) = Read(call, table, apply, aliases);
        var cap = call.Host.Options.AggregateCap;
        sql.Append($"select count(*) from (select 1 from {table.FromAs(RowShape.Alias)}{groups.Where}").Limit(cap + 1L).Append(") counted");
        await using var statement = session.Prepare(sql);
        if (Convert.ToInt64(await statement.ScalarAsync(ct), CultureInfo.InvariantCulture) > cap) throw new RefusedException(Faults.TooManyForAggregate(cap));
    }

    /// <summary>Rows of an aggregation, whichever language asked for it.</summary>
    internal static async ValueTask WriteAsync(Call call, TableDefinition table, IReadOnlyList<GroupColumn> columns, DbDataReader reader, PooledBuffer body, CancellationToken ct)
    {
        using var json = new Utf8JsonWriter(body, Responses.Writing);
        json.WriteStartObject();
        json.WriteString("@odata.context", $"{call.Root}/$metadata#{table.Set}({string.Join(',', columns.Select(c => c.Name))})");
        json.WriteStartArray("value");
        var row = RowValues.Of(reader);
        while (await reader.ReadAsync(ct))
        {
            json.WriteStartObject();
            for (var n = 0; n < columns.Count; n++) Member(json, row, n, columns[n], call);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Member(Utf8JsonWriter json, RowValues row, int n, GroupColumn column, Call call)
    {
        if (row.IsNull(n)) json.WriteNull(column.Json);
        else if (column.Field is { } field) RowWriter.Value(json, row, field, call.Preferences.Annotations);
        else if (column.Fraction) json.WriteNumber(column.Json, row.Fraction(n));
        else json.WriteNumber(column.Json, row.Number(n));
    }
}
