using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Herald.Audit.Settings;

/// <summary>A settings row by its column names, from its history (JSON) or from its table; flags may be 0 and 1, ids are text.</summary>
internal sealed class SettingRow
{
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);

    public static SettingRow Of(string json)
    {
        var row = new SettingRow();
        using var document = JsonDocument.Parse(json);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            object? value = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.Number => member.Value.TryGetInt64(out var number) ? number : null,
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => null,
            };
            if (value is not null)
                row.values[member.Name] = value;
        }

        return row;
    }

    public static SettingRow Of(DbDataReader reader)
    {
        var row = new SettingRow();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (!reader.IsDBNull(i))
                row.values[reader.GetName(i)] = reader.GetValue(i) switch
                {
                    byte[] id => new Guid(id, bigEndian: true).ToString("D"),
                    Guid id => id.ToString("D"),
                    bool flag => flag,
                    string text => text,
                    var number => Convert.ToInt64(number, CultureInfo.InvariantCulture),
                };
        }

        return row;
    }

    public bool IsActive => Number("state") is null or 0;

    public string? Text(string name) => values.GetValueOrDefault(name) is string { Length: > 0 } text ? text : null;

    public long? Number(string name) => values.GetValueOrDefault(name) is long number ? number : null;

    public bool Flag(string name) => values.GetValueOrDefault(name) is true or 1L;

    public Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    /// <summary>A list in one text column.</summary>
    public IReadOnlyList<string> List(string name) =>
        Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
