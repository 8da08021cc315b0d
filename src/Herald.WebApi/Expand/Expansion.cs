using System.Globalization;
using System.Text.Json;
using System.Text;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Requests;
using Herald.WebApi.Rows;
using Herald.WebApi.Sessions;

namespace Herald.WebApi.Expand;

/// <summary>
/// Runs $expand: one statement per navigation property and block of parents, never one per row; the children's JSON is put
/// into the parents' afterwards.
/// </summary>
internal sealed class Expansion(Call call, Session session, CancellationToken ct)
{
    private const int Block = 500;
    private const int MostRows = 50_000;
    private int rows;

    /// <summary>The current row of a reader as JSON, its links read from the ordinals behind the list.</summary>
    public static ExpandedRow Read(RowValues row, RowShape shape, IReadOnlyList<ExpandPlan> plans, int links, Guid? parent)
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer, Responses.Writing))
        {
            json.WriteStartObject();
            RowWriter.Members(json, row, shape);
            json.WriteEndObject();
        }
        var ids = new Guid?[plans.Count];
        for (var n = 0; n < ids.Length; n++) ids[n] = row.IsNull(links + n) ? null : row.Id(links + n);
        return new ExpandedRow(buffer.Written.ToArray(), parent, ids);
    }

    /// <summary>The rows' JSON with all expansions in place.</summary>
    public async ValueTask<List<byte[]>> CompleteAsync(IReadOnlyList<ExpandedRow> parents, IReadOnlyList<ExpandPlan> plans)
    {
        var children = new List<Children>();
        for (var n = 0; n < plans.Count; n++) children.Add(await ChildrenAsync(plans[n], [.. parents.Select(p => p.Links[n]).OfType<Guid>().Distinct()]));
        return [.. parents.Select(p => Joined(p, plans, children))];
    }

    private async ValueTask<Children> ChildrenAsync(ExpandPlan plan, List<Guid> ids)
    {
        var found = new List<ExpandedRow>();
        var counts = plan.Count ? new Dictionary<Guid, int>() : null;
        foreach (var block in ids.Chunk(Block))
        {
            await ReadAsync(plan, block, found);
            if (counts is not null) await CountAsync(plan, block, counts);
        }
        var complete = await CompleteAsync(found, plan.Below);
        return new Children(Enumerable.Range(0, found.Count).ToLookup(n => found[n].Parent!.Value, n => complete[n]), counts);
    }

    private async ValueTask CountAsync(ExpandPlan plan, Guid[] ids, Dictionary<Guid, int> counts)
    {
        var sql = new SqlText(call.Host.Dialect);
        var filter = new FilterSql(call.Host.Catalogue, sql, call.Host.Options.Time, plan.Query.Aliases);
        var on = plan.Navigation.Lookup.At(RowShape.Alias);
        sql.Append($"select {on}, count(*) from {plan.Navigation.Target.FromAs(RowShape.Alias)} where {on} in ({string.Join(", ", ids.Select(sql.Value))})");
        if (plan.Query.Where(filter) is { } where) sql.Append(" and ").Append(where);
        await using var statement = session.Prepare(sql.Append($" group by {on}"));
        await using var reader = await statement.ReadAsync(ct);
        var row = RowValues.Of(reader);
        while (await reader.ReadAsync(ct)) counts[row.Id(0)] = (int)Math.Min(row.Number(1), call.Host.Options.CountCap);
    }

    private async ValueTask ReadAsync(ExpandPlan plan, Guid[] ids, List<ExpandedRow> found)
    {
        await using var statement = session.Prepare(Statement(plan, ids));
        await using var reader = await statement.ReadAsync(ct);
        var row = RowValues.Of(reader);
        while (await reader.ReadAsync(ct))
        {
            if (++rows > MostRows) throw new RefusedException(Faults.Url($"$expand gives more than {MostRows} rows; use $top inside it or a smaller page."));
            found.Add(Read(row, plan.Shape, plan.Below, plan.Shape.Behind + 1, row.Id(plan.Shape.Behind)));
        }
    }

    private SqlText Statement(ExpandPlan plan, Guid[] ids)
    {
        var sql = new SqlText(call.Host.Dialect);
        var filter = new FilterSql(call.Host.Catalogue, sql, call.Host.Options.Time, plan.Query.Aliases);
        var target = plan.Navigation.Target;
        var on = (plan.Navigation.Many ? plan.Navigation.Lookup : target.KeyColumn).At(RowShape.Alias);
        var order = string.Join(", ", plan.Query.Order(filter).Select(k => k.By));
        var top = plan.Navigation.Many ? plan.Query.Top : null;
        sql.Append(top is null ? "select " : "select * from (select ").Append(plan.Shape.List).Append(", ").Append(on);
        foreach (var below in plan.Below) sql.Append(", ").Append(below.Link);
        if (top is not null) sql.Append($", row_number() over (partition by {on} order by {order}) as \"$row\"");
        sql.Append($" from {target.FromAs(RowShape.Alias)} where {on} in ({string.Join(", ", ids.Select(sql.Value))})");
        if (plan.Query.Where(filter) is { } where) sql.Append(" and ").Append(where);
        if (top is { } most) return sql.Append($") ranked where \"$row\" <= {sql.Value(most)} order by \"$row\"");
        return sql.Append(" order by ").Append(order).Limit(MostRows + 1);
    }

    /// <summary>For one row: the name and the JSON of each member that its expansions give.</summary>
    public async ValueTask<List<(string Name, byte[] Value)>> MembersAsync(ExpandedRow row, IReadOnlyList<ExpandPlan> plans)
    {
        var members = new List<(string, byte[])>();
        for (var n = 0; n < plans.Count; n++)
            members.AddRange(Members(plans[n], row.Links[n], await ChildrenAsync(plans[n], [.. row.Links[n..(n + 1)].OfType<Guid>()])));
        return members;
    }

    private static byte[] Joined(ExpandedRow parent, IReadOnlyList<ExpandPlan> plans, List<Children> children)
    {
        using var buffer = new MemoryStream();
        buffer.Write(parent.Json.AsSpan(0, parent.Json.Length - 1)); // without its closing brace
        for (var n = 0; n < plans.Count; n++)
        {
            foreach (var (name, value) in Members(plans[n], parent.Links[n], children[n]))
            {
                buffer.Write(Encoding.UTF8.GetBytes($",\"{name}\":"));
                buffer.Write(value);
            }
        }
        buffer.Write("}"u8);
        return buffer.ToArray();
    }

    private static IEnumerable<(string Name, byte[] Value)> Members(ExpandPlan plan, Guid? link, Children children)
    {
        if (children.Counts is { } counts)
            yield return ($"{plan.Navigation.Name}@odata.count", Encoding.UTF8.GetBytes(counts.GetValueOrDefault(link ?? Guid.Empty).ToString(CultureInfo.InvariantCulture)));
        yield return (plan.Navigation.Name, Value(plan, link, children.Rows));
    }

    private static byte[] Value(ExpandPlan plan, Guid? link, ILookup<Guid, byte[]> children)
    {
        var own = link is { } id ? children[id].ToList() : [];
        if (!plan.Navigation.Many) return own.Count == 0 ? "null"u8.ToArray() : own[0];
        using var buffer = new MemoryStream();
        Array(buffer, own);
        return buffer.ToArray();
    }

    private static void Array(MemoryStream buffer, List<byte[]> items)
    {
        buffer.Write("["u8);
        for (var n = 0; n < items.Count; n++)
        {
            if (n > 0) buffer.Write(","u8);
            buffer.Write(items[n]);
        }
        buffer.Write("]"u8);
    }

    /// <summary>The children of one navigation property by parent; how many there are where that was asked.</summary>
    private sealed record Children(ILookup<Guid, byte[]> Rows, Dictionary<Guid, int>? Counts);
}
