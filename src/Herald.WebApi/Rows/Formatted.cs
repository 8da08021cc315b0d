using System.Globalization;
using Herald.WebApi.Catalogue;

namespace Herald.WebApi.Rows;

/// <summary>Values as a form shows them (en-US, UTC): the FormattedValue annotation.</summary>
internal static class Formatted
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public static string Number(Column column, long value)
    {
        foreach (var choice in column.Choices)
            if (choice.Value == value) return choice.Label;
        return column.Name == "versionnumber" || column.Choices.Count == 0 ? value.ToString("N0", English) : value.ToString(English);
    }

    public static string Boolean(Column column, bool value) => value ? column.TrueLabel : column.FalseLabel;

    public static string Instant(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime.ToString("M/d/yyyy h:mm tt", English);

    public static string Date(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", English, DateTimeStyles.None, out var date) ? date.ToString("M/d/yyyy", English) : day;

    /// <summary>The labels of a multi-select value, joined by "; ".</summary>
    public static string Several(Column column, string value) => string.Join("; ",
        value.Split(',').Select(v => column.Choices.FirstOrDefault(c => c.Value.ToString(English) == v)?.Label ?? v));
}
