using System.Data.Common;
using System.Globalization;
using System.Text;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Query;
using Herald.WebApi.Rows;
using Herald.WebApi.Sessions;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary><c>/$count</c> and <c>$count=true</c>: never above the cap, so never more rows are looked at.</summary>
internal static class ReadCount
{
    public static async ValueTask RunAsync(Call call, TableDefinition table, Func<SqlText, string>? within = null)
    {
        call.MustRead(table);
        call.Allow("$filter");
        var query = call.Host.Query(table, call.Query);
        var count = await Reader.RunAsync(call, table, (session, ct) => OfAsync(call, query, within, session, ct));
        using var body = new PooledBuffer();
        Encoding.UTF8.GetBytes(count.ToString(CultureInfo.InvariantCulture), body);
        await Responses.BodyAsync(call.Http, StatusCodes.Status200OK, body, "text/plain");
    }

    public static async ValueTask<int> OfAsync(Call call, SetQuery query, Func<SqlText, string>? within, Session session, CancellationToken ct)
    {
        var sql = new SqlText(call.Host.Dialect);
        var conditions = new List<string>();
        if (within is not null) conditions.Add(within(sql));
        if (query.Where(new FilterSql(call.Host.Catalogue, sql, call.Host.Options.Time, query.Aliases)) is { } where) conditions.Add(where);
        sql.Append("select count(*) from (select 1 from ").Append(query.Table.FromAs(RowShape.Alias));
        if (conditions.Count > 0) sql.Append(" where ").Append(string.Join(" and ", conditions));
        sql.Limit(call.Host.Options.CountCap).Append(") counted");
        await using var statement = session.Prepare(sql);
        return Convert.ToInt32(await statement.ScalarAsync(ct), CultureInfo.InvariantCulture);
    }
}
