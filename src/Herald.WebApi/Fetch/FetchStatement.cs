using System.Globalization;
using System.Xml.Linq;
using Herald.WebApi.Query;
using Herald.WebApi.Requests;

namespace Herald.WebApi.Fetch;

/// <summary>One page of a FetchXML query: its order, and the statement of each part (<see cref="Paging"/>).</summary>
internal sealed class FetchStatement(Call call, FetchQuery query, FetchFields? fields)
{
    public FilterSql Filter { get; } = new(call.Host.Catalogue, new SqlText(call.Host.Dialect), call.Host.Options.Time);

    /// <summary>What the query says, and behind it keys that leave no two rows equal.</summary>
    public List<OrderKey> Keys()
    {
        var keys = new List<OrderKey>();
        foreach (var source in query.Sources)
            foreach (var order in source.Element.Elements("order"))
            {
                var operand = FetchQuery.Operand(query.Source(source, FetchText.Of(order, "entityname")), FetchText.Must(order, "attribute"));
                if (!operand.IsNever) Add(keys, OrderKey.Of(operand, FetchText.Flag(order, "descending"), call.Host.Dialect) with { Nullable = !operand.Column.NotNull || source.Name is not null });
            }
        var down = keys.Count > 0 && keys[^1].Descending;
        Add(keys, new OrderKey(query.Table.KeyColumn.At(query.Sources[0].Alias), down, Nullable: false));
        // Distinct rows differ in what they show; others in the rows they are made of.
        if (query.Distinct)
            foreach (var (_, operand) in fields!.Linked) Add(keys, OrderKey.Of(operand, down, call.Host.Dialect) with { Nullable = true });
        else
            foreach (var link in query.Sources.Skip(1)) Add(keys, new OrderKey(link.Table.KeyColumn.At(link.Alias), down, Nullable: true));
        return keys;
    }

    public SqlText Part(Paging.Part part, IReadOnlyList<OrderKey> keys, int limit, long offset)
    {
        var sql = Filter.Sql.Append(query.Distinct ? "select distinct " : "select ").Append(fields!.List);
        foreach (var key in keys) sql.Append(", ").Append(key.Sql);
        Rows(part.Where);
        sql.Append(" order by ").Append(string.Join(", ", part.Order.Select(k => k.By))).Limit(limit);
        return offset == 0 ? sql : sql.Append(string.Create(CultureInfo.InvariantCulture, $" offset {offset}"));
    }

    /// <summary>FROM and WHERE.</summary>
    public void Rows(Func<SqlText, string>? more = null)
    {
        var filter = new FetchFilter(query, Filter, call.Caller.UserId);
        var conditions = query.Sources.Select(filter.Of).OfType<string>().ToList();
        if (more is not null) conditions.Add(more(Filter.Sql));
        Filter.Sql.Append(" from ").Append(query.From);
        if (conditions.Count > 0) Filter.Sql.Append(" where ").Append(string.Join(" and ", conditions));
    }

    /// <summary>Of all that decides which rows come in which order.</summary>
    public static ulong Fingerprint(XElement fetch)
    {
        var same = new XElement(fetch);
        foreach (var name in (string[])["page", "count", "paging-cookie", "returntotalrecordcount"]) same.Attribute(name)?.Remove();
        return PageToken.Fingerprint(same.ToString(SaveOptions.DisableFormatting));
    }

    private static void Add(List<OrderKey> keys, OrderKey key)
    {
        if (!keys.Any(k => k.Sql == key.Sql)) keys.Add(key);
    }
}
