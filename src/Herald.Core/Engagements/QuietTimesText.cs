using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Herald.Core.Engagements;

/// <summary>
/// The JSON texts of a quiet-time setting: <c>[{"days":["Mon","Tue"],"start":"21:00","end":"08:00"}]</c> and
/// <c>[{"from":"2026-12-25","to":"2026-12-26"}]</c>, local time; empty text = none.
/// </summary>
public static class QuietTimesText
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>Null when either text cannot be read.</summary>
    public static QuietTimes? Read(string? weekly, string? dates) =>
        List(weekly, ReadWeekly) is { } hours && List(dates, ReadDates) is { } days ? new QuietTimes(hours, days) : null;

    private static List<T>? List<T>(string? text, Func<JsonElement, T?> read)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Array)
                return null;
            var items = json.RootElement.EnumerateArray().Select(read).ToList();
            return items.Contains(null) ? null : [.. items.OfType<T>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static WeeklyHours? ReadWeekly(JsonElement item)
    {
        var days = Member(item, "days") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(Day).ToList() : [];
        return days.Count > 0 && !days.Contains(null) && Read(item, "start", Time) is { } start && Read(item, "end", Time) is { } end
            ? new WeeklyHours([.. days.OfType<IsoDayOfWeek>().Distinct()], start, end)
            : null;
    }

    private static DateInterval? ReadDates(JsonElement item) =>
        Read(item, "from", LocalDatePattern.Iso) is { } from && Read(item, "to", LocalDatePattern.Iso) is { } to && from <= to ? new DateInterval(from, to) : null;

    private static IsoDayOfWeek? Day(JsonElement name)
    {
        var index = name.ValueKind == JsonValueKind.String ? Array.FindIndex(Days, day => day.Equals(name.GetString(), StringComparison.OrdinalIgnoreCase)) : -1;
        return index < 0 ? null : (IsoDayOfWeek)(index + 1);
    }

    private static T? Read<T>(JsonElement item, string name, IPattern<T> pattern)
        where T : struct =>
        Member(item, name) is { ValueKind: JsonValueKind.String } text && pattern.Parse(text.GetString()!).TryGetValue(default, out var value) ? value : null;

    private static JsonElement? Member(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var member) ? member : null;
}
