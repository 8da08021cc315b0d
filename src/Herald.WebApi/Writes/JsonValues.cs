using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Query;

namespace Herald.WebApi.Writes;

/// <summary>JSON value → value of a column, by the column's declared type; no conversions that the product refuses.</summary>
internal static class JsonValues
{
    public static bool TryRead(Column column, JsonElement json, out object? value, [NotNullWhen(false)] out string? detail)
    {
        (value, detail) = (null, null);
        if (json.ValueKind == JsonValueKind.Null) return true;
        value = column.Kind switch
        {
            ColumnKind.Boolean => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null,
            ColumnKind.Integer or ColumnKind.BigInt or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status =>
                json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number) ? number : null,
            _ => json.ValueKind == JsonValueKind.String && Text(json) is { } text ? OfText(column, text) : null,
        };
        if (value is null) detail = $"Cannot convert the literal '{Short(json)}' to the expected type 'Edm.{EdmTypes.Of(column.Kind)}'.";
        return value is not null;
    }

    private static object? OfText(Column column, string text) => column.Kind switch
    {
        ColumnKind.Key or ColumnKind.Guid => Guid.TryParse(text, out var id) ? id : null,
        ColumnKind.Instant => Literals.TryInstant(text) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
        ColumnKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        _ => text,
    };

    /// <summary>Null for what no engine can hold: NUL, or half a surrogate pair.</summary>
    private static string? Text(JsonElement json)
    {
        try
        {
            var text = json.GetString()!;
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Short(JsonElement json)
    {
        var raw = json.GetRawText();
        return raw.Length <= 100 ? raw : raw[..100] + "…";
    }
}
