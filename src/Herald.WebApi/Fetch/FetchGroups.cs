using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Herald.WebApi.Apply;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Requests;
using Herald.WebApi.Rows;
using Herald.WebApi.Sessions;

namespace Herald.WebApi.Fetch;

/// <summary>A FetchXML query with <c>aggregate="true"</c>: every attribute is grouped by or aggregated, under its alias.</summary>
internal static class FetchGroups
{
    public static async ValueTask WriteAsync(Call call, FetchQuery query, PooledBuffer body, Session session, CancellationToken ct)
    {
        if (FetchText.Number(query.Fetch, "page") > 1) throw FetchText.Refuse("An aggregation has one page.");
        await CapAsync(call, query, session, ct);
        var columns = Columns(call, query);
        var statement = new FetchStatement(call, query, null);
        var sql = statement.Filter.Sql.Append("select ").Append(string.Join(", ", columns.Select(c => c.Sql)));
        statement.Rows();
        var places = columns.Select((c, n) => (c.Grouped, Place: (n + 1).ToString(CultureInfo.InvariantCulture))).Where(c => c.Grouped).Select(c => c.Place).ToList();
        if (places.Count > 0) sql.Append(" group by ").Append(string.Join(", ", places));
        var order = Order(query, columns);
        if (order.Count > 0) sql.Append(" order by ").Append(string.Join(", ", order));
        var most = call.Host.Options.PageSize;
        sql.Limit(Math.Min(FetchText.Number(query.Fetch, "top") ?? FetchText.Number(query.Fetch, "count") ?? most, most));
        await using var prepared = session.Prepare(sql);
        await using var reader = await prepared.ReadAsync(ct);
        await ReadGroups.WriteAsync(call, query.Table, columns, reader, body, ct);
    }

    private static async ValueTask CapAsync(Call call, FetchQuery query, Session session, CancellationToken ct)
    {
        var cap = call.Host.Options.AggregateCap;
        var statement = new FetchStatement(call, query, null);
        statement.Filter.Sql.Append("select count(*) from (select 1");
        statement.Rows();
        await using var prepared = session.Prepare(statement.Filter.Sql.Limit(cap + 1L).Append(") counted"));
        if (Convert.ToInt64(await prepared.ScalarAsync(ct), CultureInfo.InvariantCulture) > cap) throw new RefusedException(Faults.TooManyForAggregate(cap));
    }

    private static List<GroupColumn> Columns(Call call, FetchQuery query)
    {
        var columns = new List<GroupColumn>();
        foreach (var source in query.Sources)
            foreach (var attribute in source.Element.Elements("attribute"))
            {
                var alias = FetchText.Must(attribute, "alias");
                if (!alias.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || columns.Exists(c => c.Name == alias)) throw FetchText.Refuse($"The alias '{alias}' is there twice, or has other characters than letters, digits and underscores.");
                var operand = FetchQuery.Operand(source, FetchText.Must(attribute, "name"));
                columns.Add(FetchText.Flag(attribute, "groupby") ? Grouped(call, attribute, operand, alias, columns.Count) : Aggregated(call, attribute, operand, alias, columns.Count));
            }
        return columns.Count == 0 ? throw FetchText.Refuse("An aggregation needs attributes.") : columns;
    }

    private static GroupColumn Grouped(Call call, XElement attribute, Operand operand, string alias, int ordinal)
    {
        if (FetchText.Of(attribute, "dategrouping") is not { } unit) return GroupColumn.Of(operand.Column, operand.Sql, ordinal, alias) with { Grouped = true };
        if (operand.Column.Kind != ColumnKind.Instant || operand.IsNever) throw FetchText.Refuse("'dategrouping' is for columns of date and time.");
        return new GroupColumn(alias, FetchDates.Of(unit, operand.Sql, call.Host.Dialect), true, null);
    }

    private static GroupColumn Aggregated(Call call, XElement attribute, Operand operand, string alias, int ordinal)
    {
        var postgres = call.Host.Dialect == SqlDialect.Postgres;
        var (sql, number) = (operand.Sql, operand.Column.IsNumber && !operand.IsNever);
        var ordered = number || (operand.Column.Kind is ColumnKind.Instant or ColumnKind.Date && !operand.IsNever);
        return (FetchText.Of(attribute, "aggregate"), FetchText.Flag(attribute, "distinct")) switch
        {
            ("count", _) => new GroupColumn(alias, "count(*)", false, null),
            ("countcolumn", false) => new GroupColumn(alias, $"count({sql})", false, null),
            ("countcolumn", true) => new GroupColumn(alias, $"count(distinct {sql})", false, null),
            ("sum", _) when number => new GroupColumn(alias, $"sum({sql})" + (postgres ? "::bigint" : ""), false, null),
            ("avg", _) when number => new GroupColumn(alias, $"avg({sql})" + (postgres ? "::float8" : ""), false, null, Fraction: true),
            ("min", _) when ordered => GroupColumn.Of(operand.Column, $"min({sql})", ordinal, alias),
            ("max", _) when ordered => GroupColumn.Of(operand.Column, $"max({sql})", ordinal, alias),
            (null, _) => throw FetchText.Refuse($"'{operand.Column.Name}' is neither grouped by nor aggregated."),
            var (which, _) => throw FetchText.Refuse($"The aggregate '{which}' is not supported for '{operand.Column.Name}'."),
        };
    }

    private static List<string> Order(FetchQuery query, List<GroupColumn> columns)
    {
        var order = new List<string>();
        foreach (var element in query.Sources.SelectMany(s => s.Element.Elements("order")))
        {
            var alias = FetchText.Must(element, "alias");
            var place = columns.FindIndex(c => c.Name == alias) + 1;
            if (place == 0) throw FetchText.Refuse($"No attribute has the alias '{alias}'.");
            order.Add(place.ToString(CultureInfo.InvariantCulture) + (FetchText.Flag(element, "descending") ? " desc nulls last" : " nulls first"));
        }
        return order;
    }
}
