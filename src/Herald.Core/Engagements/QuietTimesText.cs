using System.Text.Json;
using Herald.Core.Commands;
using NodaTime;
using NodaTime.Text;

namespace Herald.Core.Engagements;

/// <summary>
/// Reads the two texts of a quiet time setting: weekly hours <c>[{"days":["Mon","Tue"],"start":"21:00","end":"08:00"}]</c> and dates
/// <c>[{"from":"2026-12-25","to":"2026-12-26"}]</c>. Local time; end not after start = next day; empty or null = none.
/// </summary>
public static class QuietTimesText
{
    /// <summary>The most ranges of a kind that one setting may hold.</summary>
    public const int MostRanges = 1_000;

    /// <returns>All faults of both texts, targets <c>weeklyHours[i].…</c> and <c>dates[i].…</c>; code <c>0x80048d19</c>.</returns>
    public static Reading<QuietTimes> Read(string? weeklyHours, string? dates)
    {
        var faults = new List<Fault>();
        var weekly = Items("weeklyHours", weeklyHours, faults, Range);
        var days = Items("dates", dates, faults, Dates);
        return faults.Count > 0 ? new Reading<QuietTimes>.Refused(400, faults) : new Reading<QuietTimes>.Accepted(new QuietTimes(weekly, days));
    }

    private static List<T> Items<T>(string name, string? text, List<Fault> faults, Func<JsonElement, string, List<Fault>, T?> read)
        where T : class
    {
        var items = new List<T>();
        if (string.IsNullOrWhiteSpace(text))
            return items;
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Null)
                return items;
            if (json.RootElement.ValueKind != JsonValueKind.Array || json.RootElement.GetArrayLength() > MostRanges)
            {
                faults.Add(Wrong(name, $"must be a JSON array of at most {MostRanges} elements"));
                return items;
            }

            foreach (var (element, i) in json.RootElement.EnumerateArray().Select((element, i) => (element, i)))
            {
                if (read(element, $"{name}[{i}]", faults) is { } item)
                    items.Add(item);
            }
        }
        catch (JsonException)
        {
            faults.Add(Wrong(name, "is not JSON"));
        }

        return items;
    }

    private static WeeklyHours? Range(JsonElement element, string at, List<Fault> faults)
    {
        var before = faults.Count;
        OnlyMembers(element, at, faults, "days", "start", "end");
        var days = Days(element, at, faults);
        var start = Time(element, "start", at, faults);
        var end = Time(element, "end", at, faults);
        return faults.Count > before ? null : new WeeklyHours(days, start, end);
    }

    private static DateInterval? Dates(JsonElement element, string at, List<Fault> faults)
    {
        var before = faults.Count;
        OnlyMembers(element, at, faults, "from", "to");
        var from = Date(element, "from", at, faults);
        var to = element.ValueKind == JsonValueKind.Object && !element.TryGetProperty("to", out _) ? from : Date(element, "to", at, faults);
        if (faults.Count == before && to < from)
            faults.Add(Wrong($"{at}.to", "must not be before from"));
        return faults.Count > before ? null : new DateInterval(from, to);
    }

    private static List<IsoDayOfWeek> Days(JsonElement element, string at, List<Fault> faults)
    {
        var days = new List<IsoDayOfWeek>();
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("days", out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() is > 0 and <= 7)
        {
            foreach (var day in list.EnumerateArray())
            {
                if (day.ValueKind == JsonValueKind.String && DayNames.Find(day.GetString()!) is { } found)
                    days.Add(found);
                else
                    faults.Add(Wrong($"{at}.days", "must name days as Mon, Tue, Wed, Thu, Fri, Sat, Sun"));
            }
        }
        else
        {
            faults.Add(Wrong($"{at}.days", "must be an array of one to seven days"));
        }

        return days;
    }

    private static LocalTime Time(JsonElement element, string member, string at, List<Fault> faults)
    {
        var text = Text(element, member);
        // "24:00" is how people write the end of a day.
        if (text == "24:00")
            return LocalTime.Midnight;
        var parsed = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text);
        if (!parsed.Success)
            parsed = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss").Parse(text);
        if (parsed.Success)
            return parsed.Value;
        faults.Add(Wrong($"{at}.{member}", "must be a local time HH:mm"));
        return default;
    }

    private static LocalDate Date(JsonElement element, string member, string at, List<Fault> faults)
    {
        var parsed = LocalDatePattern.Iso.Parse(Text(element, member));
        if (parsed.Success)
            return parsed.Value;
        faults.Add(Wrong($"{at}.{member}", "must be a date yyyy-MM-dd"));
        return default;
    }

    private static string Text(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static void OnlyMembers(JsonElement element, string at, List<Fault> faults, params string[] names)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in element.EnumerateObject().Where(member => !names.Contains(member.Name)))
            faults.Add(Wrong($"{at}.{member.Name}", $"is not known here; known are {string.Join(", ", names)}"));
    }

    private static Fault Wrong(string target, string message) => new("0x80048d19", target, $"{target} {message}.");
}
