namespace Herald.WebApi.Fetch;

/// <summary><c>dategrouping</c>: the number of a day, month, quarter or year (UTC) of Unix milliseconds.</summary>
internal static class FetchDates
{
    public static string Of(string unit, string sql, SqlDialect dialect) => (unit, dialect) switch
    {
        ("year", SqlDialect.Sqlite) => Sqlite("%Y", sql),
        ("month", SqlDialect.Sqlite) => Sqlite("%m", sql),
        ("day", SqlDialect.Sqlite) => Sqlite("%d", sql),
        ("quarter", SqlDialect.Sqlite) => $"(({Sqlite("%m", sql)} + 2) / 3)",
        ("year" or "month" or "day" or "quarter", _) => $"(extract({unit} from to_timestamp({sql} / 1000.0) at time zone 'UTC')::bigint)",
        _ => throw FetchText.Refuse($"The dategrouping '{unit}' is not supported; day, month, quarter and year are."),
    };

    private static string Sqlite(string format, string sql) => $"cast(strftime('{format}', {sql} / 1000, 'unixepoch') as integer)";
}
