using Herald.WebApi.Catalogue;

namespace Herald.WebApi.Query;

/// <summary>SQL that shows a stored id, word or instant as the text the API shows.</summary>
internal static class Texts
{
    public static string Of(Column column, string stored, SqlDialect dialect) => column.Kind switch
    {
        ColumnKind.IdText when dialect == SqlDialect.Postgres => $"({stored})::text",
        ColumnKind.IdText => Hyphenated($"lower(hex({stored}))"),
        ColumnKind.Word => $"(case {stored} {string.Join(' ', column.Words.Select((word, n) => $"when {n} then '{word}'"))} end)",
        ColumnKind.InstantText when dialect == SqlDialect.Postgres =>
            $"to_char(to_timestamp(({stored}) / 1000.0) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')",
        ColumnKind.InstantText => $"strftime('%Y-%m-%dT%H:%M:%fZ', ({stored}) / 1000.0, 'unixepoch')",
        _ => stored,
    };

    private static string Hyphenated(string hex) =>
        $"(substr({hex},1,8)||'-'||substr({hex},9,4)||'-'||substr({hex},13,4)||'-'||substr({hex},17,4)||'-'||substr({hex},21))";
}
