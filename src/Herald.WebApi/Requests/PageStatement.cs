using System.Data.Common;
using Herald.WebApi.Expand;
using Herald.WebApi.Query;
using Herald.WebApi.Rows;
using Herald.WebApi.Sessions;

namespace Herald.WebApi.Requests;

/// <summary>The statements of one page, run one after another until it is full.</summary>
internal sealed class PageStatement(Call call, SetQuery query, RowShape shape, IReadOnlyList<ExpandPlan> plans, Func<SqlText, string>? within)
{
    /// <summary>Gives each row to <paramref name="row"/>; the token is where the next page begins, or null.</summary>
    public async ValueTask<PageToken?> RowsAsync(Session session, Action<RowValues> row, CancellationToken ct)
    {
        var fingerprint = PageToken.Fingerprint(query.Table.Name, call.Query["$filter"], call.Query["$orderby"]);
        var (size, pages) = Size();
        var token = pages && call.Query["$skiptoken"] is { } text ? PageToken.Parse(text, fingerprint, call.Host.Dialect) : null;
        var (read, part, parts) = (0, 0, 1);
        object?[]? last = null;
        for (; part < parts; part++)
        {
            // Each statement is built anew: parameters are numbered by statement.
            var filter = new FilterSql(call.Host.Catalogue, new SqlText(call.Host.Dialect), call.Host.Options.Time, query.Aliases);
            var keys = query.Order(filter);
            if (token is not null && token.Values.Count != keys.Count) throw PageToken.Malformed();
            var plan = token is null ? Paging.First(keys) : Paging.After(keys, token);
            parts = plan.Count;
            await using var statement = session.Prepare(Text(filter, plan[part], keys, size + 1));
            await using var reader = await statement.ReadAsync(ct);
            var values = RowValues.Of(reader);
            while (await reader.ReadAsync(ct))
            {
                if (read++ == size) return pages ? new PageToken((token?.Page ?? 1) + 1, fingerprint, last!) : null;
                row(values);
                if (read == size && pages) last = Last(reader, keys.Count);
            }
        }
        return null;
    }

    private SqlText Text(FilterSql filter, Paging.Part part, IReadOnlyList<OrderKey> keys, int limit)
    {
        var sql = filter.Sql.Append("select ").Append(shape.List);
        foreach (var plan in plans) sql.Append(", ").Append(plan.Link);
        foreach (var key in query.Top is null ? keys : []) sql.Append(", ").Append(key.Sql);
        sql.Append(" from ").Append(query.Table.FromAs(RowShape.Alias));
        var conditions = new List<string>();
        if (within is not null) conditions.Add(within(sql));
        if (query.Where(filter) is { } where) conditions.Add(where);
        if (part.Where is not null) conditions.Add(part.Where(sql));
        if (conditions.Count > 0) sql.Append(" where ").Append(string.Join(" and ", conditions));
        sql.Append(" order by ").Append(string.Join(", ", part.Order.Select(k => k.By)));
        return sql.Limit(limit);
    }

    /// <summary>With $top there is one page and no next link.</summary>
    private (int Size, bool Pages) Size()
    {
        var most = call.Host.Options.PageSize;
        if (query.Top is { } top) return ((int)Math.Min(top, most), false);
        var size = query.Table.Elastic && call.Preferences.MaxPageSize is null ? Math.Max(1, most / 10) : most;
        return (Math.Min(call.Preferences.MaxPageSize ?? size, size), true);
    }

    private object?[] Last(DbDataReader reader, int keys)
    {
        var values = new object?[keys];
        var first = shape.Behind + plans.Count;
        for (var n = 0; n < keys; n++) values[n] = reader.IsDBNull(first + n) ? null : reader.GetValue(first + n);
        return values;
    }
}
