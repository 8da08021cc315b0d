using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Query;

namespace Herald.WebApi.Rows;

/// <summary>One row of a reader → JSON, straight into the writer; no object per row or value.</summary>
internal static class RowWriter
{
    private static readonly JsonEncodedText Etag = JsonEncodedText.Encode("@odata.etag");

    /// <summary>Writes the members of the current row, without the braces around them.</summary>
    public static void Members(Utf8JsonWriter json, DbDataReader reader, RowShape shape, SqlDialect dialect)
    {
        Version(json, reader.GetInt64(0));
        var keyed = false;
        foreach (var field in shape.Fields)
        {
            keyed |= field.Column.Kind == ColumnKind.Key;
            if (field.Ordinal < 0 || (!field.Column.NotNull && reader.IsDBNull(field.Ordinal))) json.WriteNull(field.Name);
            else Value(json, reader, field, shape.Annotations, dialect);
        }
        if (!keyed) json.WriteString(shape.Table.KeyColumn.Json, Stored.ReadId(reader, 1, dialect));
    }

    public static string Etagged(long version) => string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\"");

    private static void Version(Utf8JsonWriter json, long version)
    {
        Span<char> text = stackalloc char[24];
        "W/\"".CopyTo(text);
        version.TryFormat(text[3..], out var length, provider: CultureInfo.InvariantCulture);
        text[3 + length] = '"';
        json.WriteString(Etag, text[..(4 + length)]);
    }

    /// <summary>One member, and its annotations before it; the value must not be null.</summary>
    public static void Value(Utf8JsonWriter json, DbDataReader reader, RowField field, Annotations annotations, SqlDialect dialect)
    {
        var (column, at) = (field.Column, field.Ordinal);
        switch (column.Kind)
        {
            case ColumnKind.Key or ColumnKind.Guid or ColumnKind.IdText:
                json.WriteString(field.Name, Stored.ReadId(reader, at, dialect));
                break;
            case ColumnKind.Lookup:
                Lookup(json, reader, field, annotations, dialect);
                break;
            case ColumnKind.Integer or ColumnKind.BigInt or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status:
                var number = reader.GetInt64(at);
                if (annotations.Formatted) json.WriteString(field.Formatted, Formatted.Number(column, number));
                json.WriteNumber(field.Name, number);
                break;
            case ColumnKind.Boolean:
                var flag = Stored.ReadBoolean(reader, at, dialect);
                if (annotations.Formatted) json.WriteString(field.Formatted, Formatted.Boolean(column, flag));
                json.WriteBoolean(field.Name, flag);
                break;
            case ColumnKind.Instant:
                var instant = reader.GetInt64(at);
                if (annotations.Formatted) json.WriteString(field.Formatted, Formatted.Instant(instant));
                Instant(json, field.Name, instant, "yyyy-MM-ddTHH:mm:ssZ");
                break;
            case ColumnKind.InstantText:
                Instant(json, field.Name, reader.GetInt64(at), "yyyy-MM-ddTHH:mm:ss.fffZ");
                break;
            case ColumnKind.Word:
                var word = reader.GetInt64(at);
                if (word >= 0 && word < column.Words.Count) json.WriteString(field.Name, column.Words[(int)word]);
                else json.WriteNull(field.Name);
                break;
            default:
                Text(json, reader.GetString(at), field, annotations);
                break;
        }
    }

    private static void Text(Utf8JsonWriter json, string text, RowField field, Annotations annotations)
    {
        if (annotations.Formatted && field.Column.Kind == ColumnKind.Date) json.WriteString(field.Formatted, Formatted.Date(text));
        if (annotations.Formatted && field.Column.Kind == ColumnKind.Choices) json.WriteString(field.Formatted, Formatted.Several(field.Column, text));
        json.WriteString(field.Name, text);
    }

    private static void Lookup(Utf8JsonWriter json, DbDataReader reader, RowField field, Annotations annotations, SqlDialect dialect)
    {
        if (field.LabelOrdinal >= 0 && !reader.IsDBNull(field.LabelOrdinal)) json.WriteString(field.Formatted, reader.GetString(field.LabelOrdinal));
        if (annotations.NavigationProperty) json.WriteString(field.Navigation, field.Column.Target!.Nav);
        if (annotations.LogicalName) json.WriteString(field.LogicalName, field.Column.Target!.Table);
        json.WriteString(field.Name, Stored.ReadId(reader, field.Ordinal, dialect));
    }

    private static void Instant(Utf8JsonWriter json, JsonEncodedText name, long milliseconds, string format)
    {
        Span<char> text = stackalloc char[32];
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }
}
