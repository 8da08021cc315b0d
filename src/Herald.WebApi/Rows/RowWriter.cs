using System.Globalization;
using System.Text.Json;
using Herald.WebApi.Catalogue;

namespace Herald.WebApi.Rows;

/// <summary>One row of a reader → JSON, straight into the writer; no object per row or value.</summary>
internal static class RowWriter
{
    private static readonly JsonEncodedText Etag = JsonEncodedText.Encode("@odata.etag");

    /// <summary>Writes the members of the current row, without the braces around them.</summary>
    public static void Members(Utf8JsonWriter json, RowValues row, RowShape shape)
    {
        Version(json, row.Number(0));
        var keyed = false;
        foreach (var field in shape.Fields)
        {
            keyed |= field.Column.Kind == ColumnKind.Key;
            if (field.Ordinal < 0 || (!field.Column.NotNull && row.IsNull(field.Ordinal))) json.WriteNull(field.Name);
            else Value(json, row, field, shape.Annotations);
        }
        if (!keyed) json.WriteString(shape.Table.KeyColumn.Json, row.Id(1));
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
    public static void Value(Utf8JsonWriter json, RowValues row, RowField field, Annotations annotations)
    {
        var (column, at) = (field.Column, field.Ordinal);
        switch (column.Kind)
        {
            case ColumnKind.Key or ColumnKind.Guid or ColumnKind.IdText:
                json.WriteString(field.Name, row.Id(at));
                break;
            case ColumnKind.Lookup:
                Lookup(json, row, field, annotations);
                break;
            case ColumnKind.Integer or ColumnKind.BigInt or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status:
                var number = row.Number(at);
                if (annotations.Formatted) json.WriteString(field.Formatted, Formatted.Number(column, number));
                json.WriteNumber(field.Name, number);
                break;
            case ColumnKind.Boolean:
                var flag = row.Flag(at);
                if (annotations.Formatted) json.WriteString(field.Formatted, Formatted.Boolean(column, flag));
                json.WriteBoolean(field.Name, flag);
                break;
            case ColumnKind.Instant:
                var instant = row.Number(at);
                if (annotations.Formatted) json.WriteString(field.Formatted, Formatted.Instant(instant));
                InstantText.Write(json, field.Name, instant, fraction: false);
                break;
            case ColumnKind.InstantText:
                InstantText.Write(json, field.Name, row.Number(at), fraction: true);
                break;
            case ColumnKind.Word:
                var word = row.Number(at);
                if (word >= 0 && word < column.Words.Count) json.WriteString(field.Name, column.Words[(int)word]);
                else json.WriteNull(field.Name);
                break;
            default:
                Text(json, row, field, annotations);
                break;
        }
    }

    private static void Text(Utf8JsonWriter json, RowValues row, RowField field, Annotations annotations)
    {
        if (annotations.Formatted && field.Column.Kind == ColumnKind.Date) json.WriteString(field.Formatted, Formatted.Date(row.Text(field.Ordinal)));
        if (annotations.Formatted && field.Column.Kind == ColumnKind.Choices) json.WriteString(field.Formatted, Formatted.Several(field.Column, row.Text(field.Ordinal)));
        row.Write(json, field.Name, field.Ordinal);
    }

    private static void Lookup(Utf8JsonWriter json, RowValues row, RowField field, Annotations annotations)
    {
        if (field.LabelOrdinal >= 0 && !row.IsNull(field.LabelOrdinal)) row.Write(json, field.Formatted, field.LabelOrdinal);
        if (annotations.NavigationProperty) json.WriteString(field.Navigation, field.Column.Target!.Nav);
        if (annotations.LogicalName) json.WriteString(field.LogicalName, field.Column.Target!.Table);
        json.WriteString(field.Name, row.Id(field.Ordinal));
    }
}
