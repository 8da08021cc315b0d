using System.Globalization;
using System.Text.Json;
using Herald.WebApi.Errors;

namespace Herald.Server.Tables;

/// <summary>
/// The JSON texts of quiet hours: <c>[{"days":["Mon"],"start":"21:00","end":"08:00"}]</c> and
/// <c>[{"from":"2026-12-25","to":"2026-12-26"}]</c>, local time; what cannot be read is refused on write.
/// </summary>
internal static class QuietTimeRules
{
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static IEnumerable<Fault> Check(IReadOnlyDictionary<string, object?> row) =>
    [
        .. Each(row, "msdynmkt_transactionalweeklyhours", Weekly), .. Each(row, "msdynmkt_transactionaldates", Dates),
        .. Each(row, "msdynmkt_commercialweeklyhours", Weekly), .. Each(row, "msdynmkt_commercialdates", Dates),
    ];

    private static List<Fault> Each(IReadOnlyDictionary<string, object?> row, string column, Func<JsonElement, string?> check)
    {
        if (row[column] is not string { Length: > 0 } text) return [];
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Array) return [Wrong(column, "a JSON array is expected")];
            return [.. json.RootElement.EnumerateArray().Select(check).OfType<string>().Select(mend => Wrong(column, mend))];
        }
        catch (JsonException)
        {
            return [Wrong(column, "it is no JSON")];
        }
    }

    private static string? Weekly(JsonElement item)
    {
        if (Member(item, "days") is not { ValueKind: JsonValueKind.Array } days || days.GetArrayLength() == 0
            || days.EnumerateArray().Any(d => d.ValueKind != JsonValueKind.String || !Days.Contains(d.GetString(), StringComparer.OrdinalIgnoreCase)))
            return "\"days\" lists Mon, Tue, Wed, Thu, Fri, Sat, Sun";
        return Time(item, "start") && Time(item, "end") ? null : "\"start\" and \"end\" are times such as \"21:00\"";
    }

    private static string? Dates(JsonElement item) =>
        Day(item, "from") is { } from && Day(item, "to") is { } to && from <= to ? null : "\"from\" and \"to\" are dates such as \"2026-12-25\", in this order";

    private static bool Time(JsonElement item, string name) =>
        Member(item, name) is { ValueKind: JsonValueKind.String } text && TimeOnly.TryParseExact(text.GetString(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DateOnly? Day(JsonElement item, string name) =>
        Member(item, name) is { ValueKind: JsonValueKind.String } text && DateOnly.TryParseExact(text.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static JsonElement? Member(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var member) ? member : null;

    private static Fault Wrong(string column, string mend) => Faults.Invalid($"The text of {column} cannot be read: {mend}.", column);
}
