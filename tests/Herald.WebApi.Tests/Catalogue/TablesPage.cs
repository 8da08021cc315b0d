using System.Globalization;
using System.Text;
using Herald.WebApi.Catalogue;

namespace Herald.WebApi.Tests.Catalogue;

/// <summary>docs/tables.md, printed from the catalogue.</summary>
internal static class TablesPage
{
    private const string Head = """
        # Tables

        Printed from the table definitions by a test. Each table has the columns of its section and nothing else.

        - Key, Guid: Edm.Guid, stored as a 16-byte big-endian blob (SQLite) or uuid (PostgreSQL). The key is physically called `id`.
        - Lookup: `_x_value` and a navigation property, stored as an id. IdText: Edm.String outside, an id inside; a text that is no GUID matches nothing.
        - Instant: Edm.DateTimeOffset in whole seconds, stored as Unix milliseconds; InstantText: the same instant as text with milliseconds. Date: Edm.Date, stored as text.
        - Choice, State, Status: the option's number, stored as it is. Choices: comma-separated numbers. Word: one of the words outside, its number inside.
        - Text compares case-blind (ASCII).
        - Versioned tables append every state of a row to `row_version` (table_name, row_id, at, by, deleted, body: the row as JSON by its physical names).

        """;

    public static string Print(TableCatalogue catalogue)
    {
        var page = new StringBuilder(Head);
        foreach (var table in catalogue.Tables)
        {
            var notes = $"{(table.From is null ? "" : " (joined, read only)")}{(table.Elastic ? ", elastic" : "")}{(table.Versioned ? ", versioned" : "")}{(table.Settings ? ", read by the engine" : "")}";
            var writers = table.Writers.Count == 0 ? "nobody over the API" : string.Join(", ", table.Writers);
            page.Append(CultureInfo.InvariantCulture, $"\n## {table.Set}\n\n`{table.Name}`, key `{table.Key}`, name `{table.NameColumn}`, stored in `{table.Stored}`{notes}. Written by: {writers}.\n\n");
            page.Append("| column | type | stored | note |\n|---|---|---|---|\n");
            foreach (var column in table.Columns)
                page.Append(CultureInfo.InvariantCulture, $"| {column.Property} | {column.Kind} | {(column.IsStored ? $"`{column.Stored}`" : column.Sql == "null" ? "never filled" : "computed")} | {Note(column)} |\n");
        }
        return page.ToString();
    }

    private static string Note(Column column)
    {
        var note = column switch
        {
            { Choices.Count: > 0 } => string.Join(", ", column.Choices.Select(c => $"{c.Value} {c.Label}")),
            { Words.Count: > 0 } => string.Join(", ", column.Words.Where(w => w.Length > 0)),
            { Target: { } target } => $"→ {target.Table}, nav `{target.Nav}`{(target.OnDelete == OnDelete.Cascade ? ", deleted with it" : "")}",
            { Kind: ColumnKind.Text or ColumnKind.Memo } => $"≤ {column.MaxLength}",
            { Kind: ColumnKind.Integer } when column.Min != int.MinValue || column.Max != int.MaxValue => $"{column.Min}..{(column.Max == int.MaxValue ? "" : column.Max)}",
            _ => "",
        };
        return column.Default is null ? note : $"{note}{(note.Length > 0 ? "; " : "")}default {column.Default}";
    }
}
