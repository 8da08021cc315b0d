using System.Text.Json;
using Herald.Audit.Settings;
using NodaTime;
using NodaTime.Text;

namespace Herald.Audit.Rules;

/// <summary>A quiet time setting: hours and dates in which nothing may start.</summary>
internal sealed record QuietHours(IReadOnlyList<Hours> Weekly, IReadOnlyList<Dates> Dates)
{
    private static readonly LocalTimePattern Short = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Long = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    public bool Forbid(LocalDateTime local) => Hours.AnyHolds(Weekly, local) || Rules.Dates.AnyHolds(Dates, local);

    /// <returns>Null: the texts cannot be read.</returns>
    public static QuietHours? Read(SettingRow row)
    {
        try
        {
            return new QuietHours(
                Items(row.Text("transactionalweeklyhours"), item => new Hours([.. item.GetProperty("days").EnumerateArray().Select(Day)], Time(item, "start"), Time(item, "end"))),
                Items(row.Text("transactionaldates"), DatesOf));
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or UnparsableValueException)
        {
            return null;
        }
    }

    /// <summary>A day by the beginning of its English name.</summary>
    public static IsoDayOfWeek DayOf(string name) => name.Length < 2
        ? IsoDayOfWeek.None
        : Enum.GetValues<IsoDayOfWeek>().FirstOrDefault(day => day != IsoDayOfWeek.None && day.ToString().StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<T> Items<T>(string? text, Func<JsonElement, T> read)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        using var json = JsonDocument.Parse(text);
        return json.RootElement.ValueKind == JsonValueKind.Null ? [] : [.. json.RootElement.EnumerateArray().Select(read)];
    }

    private static IsoDayOfWeek Day(JsonElement day) => DayOf(day.GetString()!);

    private static LocalTime Time(JsonElement item, string name)
    {
        var text = item.GetProperty(name).GetString()!;
        if (text == "24:00")
            return LocalTime.Midnight;
        var read = Short.Parse(text);
        return read.Success ? read.Value : Long.Parse(text).GetValueOrThrow();
    }

    private static Dates DatesOf(JsonElement item)
    {
        var from = LocalDatePattern.Iso.Parse(item.GetProperty("from").GetString()!).GetValueOrThrow();
        return new Dates(from, item.TryGetProperty("to", out var to) ? LocalDatePattern.Iso.Parse(to.GetString()!).GetValueOrThrow() : from);
    }
}
