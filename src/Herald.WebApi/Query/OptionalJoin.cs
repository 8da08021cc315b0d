namespace Herald.WebApi.Query;

/// <summary>
/// A join in a statement under construction that stays only if the rest names its columns: half of the cost of reading a
/// row is preparing and walking a join nobody asked for.
/// </summary>
internal static class OptionalJoin
{
    // Private-use characters: no identifier of the catalogue has them, and a caller's text is never SQL.
    private const char Start = '\uE000', Middle = '\uE001', End = '\uE002';

    public static string Mark(string needle, string join) => $"{Start}{needle}{Middle}{join}{End}";

    public static string Resolve(string sql)
    {
        for (var start = sql.IndexOf(Start, StringComparison.Ordinal); start >= 0; start = sql.IndexOf(Start, StringComparison.Ordinal))
        {
            var (middle, end) = (sql.IndexOf(Middle, start), sql.IndexOf(End, start));
            var (needle, join) = (sql[(start + 1)..middle], sql[(middle + 1)..end]);
            var rest = string.Concat(sql.AsSpan(0, start), " ", sql.AsSpan(end + 1));
            sql = rest.Contains(needle, StringComparison.Ordinal) ? string.Concat(sql.AsSpan(0, start), " ", join, sql.AsSpan(end + 1)) : rest;
        }
        return sql;
    }
}
