namespace Herald.WebApi.Query;

/// <summary>
/// Keyset paging as a list of parts, each a statement, run one after another until the page is full. Each part is a plain
/// conjunction that an index serves; one OR-expanded predicate over nullable keys did not finish on a million rows.
/// </summary>
internal static class Paging
{
    /// <summary>A part: its condition, written into the statement it is used in, and the keys it is still to be ordered by.</summary>
    public sealed record Part(Func<SqlText, string>? Where, IReadOnlyList<OrderKey> Order);

    /// <summary>All rows. A nullable leading key gives two parts, so that a partial index on its values serves the one that has them.</summary>
    public static IReadOnlyList<Part> First(IReadOnlyList<OrderKey> keys)
    {
        var key = keys[0];
        if (!key.Nullable) return [new(null, keys)];
        Part empty = new(_ => $"{key.Sql} is null", [.. keys.Skip(1)]);
        Part filled = new(_ => $"{key.Sql} is not null", keys);
        return key.Descending ? [filled, empty] : [empty, filled];
    }

    /// <summary>The rows behind the one whose sort values the token has.</summary>
    public static IReadOnlyList<Part> After(IReadOnlyList<OrderKey> keys, PageToken token)
    {
        var values = token.Values;
        if (keys.All(k => !k.Nullable && k.Descending == keys[0].Descending) && !values.Contains(null))
            return [new(sql => $"({string.Join(", ", keys.Select(k => k.Sql))}) {Beyond(keys[0])} ({string.Join(", ", values.Select(sql.Value))})", keys)];
        var parts = new List<Part>();
        for (var n = keys.Count - 1; n >= 0; n--) parts.AddRange(Behind(keys, n, values));
        return parts;
    }

    /// <summary>Rows equal up to key n and strictly behind in key n.</summary>
    private static IEnumerable<Part> Behind(IReadOnlyList<OrderKey> keys, int n, IReadOnlyList<object?> values)
    {
        var (key, value) = (keys[n], values[n]);
        if (value is null)
        {
            if (!key.Descending) yield return new(sql => Same(keys, n, values, sql) + $"{key.Sql} is not null", [.. keys.Skip(n)]);
            yield break;
        }
        yield return new(sql => Same(keys, n, values, sql) + $"{key.Sql} {Beyond(key)} {sql.Value(value)}", [.. keys.Skip(n)]);
        if (key.Nullable && key.Descending) yield return new(sql => Same(keys, n, values, sql) + $"{key.Sql} is null", [.. keys.Skip(n + 1)]);
    }

    private static string Same(IReadOnlyList<OrderKey> keys, int count, IReadOnlyList<object?> values, SqlText sql) =>
        string.Concat(keys.Take(count).Select((k, i) => values[i] is null ? $"{k.Sql} is null and " : $"{k.Sql} = {sql.Value(values[i])} and "));

    private static string Beyond(OrderKey key) => key.Descending ? "<" : ">";
}
