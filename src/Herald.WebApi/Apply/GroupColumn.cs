using System.Text.Json;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Rows;

namespace Herald.WebApi.Apply;

/// <summary>One member of a result row of $apply: a grouped column, or an aggregate under its alias.</summary>
/// <param name="Sql">What is selected.</param>
/// <param name="Field">How it is written; null: a plain number.</param>
internal sealed record GroupColumn(string Name, string Sql, bool Grouped, RowField? Field, bool Fraction = false)
{
    public JsonEncodedText Json { get; } = JsonEncodedText.Encode(Name);

    public static GroupColumn Of(Column column, string sql, int ordinal, string? alias = null) =>
        new(alias ?? column.Property, sql, alias is null, new RowField(column, ordinal) { Name = JsonEncodedText.Encode(alias ?? column.Property) });
}
