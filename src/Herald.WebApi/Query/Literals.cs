using System.Globalization;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;

namespace Herald.WebApi.Query;

/// <summary>Literals of a URL → values of a column. A quoted value of a query function arrives as a string, so strings are read too.</summary>
internal static class Literals
{
    public static Guid? Id(object literal) => literal switch
    {
        Guid id => id,
        string text when Guid.TryParse(text, out var id) => id,
        _ => null,
    };

    public static string Text(object literal, Column column) => literal switch
    {
        string text => Checked(text),
        Guid id => id.ToString(),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => throw Wrong(column),
    };

    public static object Number(object literal, Column column) => literal switch
    {
        int or short or byte or sbyte => Convert.ToInt64(literal, CultureInfo.InvariantCulture),
        long n => n,
        float or double => Convert.ToDouble(literal, CultureInfo.InvariantCulture),
        decimal d when d == decimal.Truncate(d) && Math.Abs(d) <= long.MaxValue => (long)d,
        decimal d => (double)d,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) => n,
        _ => throw Wrong(column),
    };

    public static bool Boolean(object literal, Column column) => literal switch
    {
        bool b => b,
        string text when bool.TryParse(text, out var b) => b,
        "1" or 1 or 1L => true,
        "0" or 0 or 0L => false,
        _ => throw Wrong(column),
    };

    public static long Instant(object literal, Column column) => literal switch
    {
        DateTimeOffset at => at.ToUnixTimeMilliseconds(),
        // A bare date arrives as Edm.Date, whose type the library is about to replace: its text is stable.
        _ when TryInstant(literal.ToString() ?? "") is { } at => at,
        _ => throw Wrong(column),
    };

    public static string Date(object literal, Column? column) => literal switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ when DateOnly.TryParseExact(literal.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw Wrong(column),
    };

    /// <summary>ISO 8601 with or without zone (UTC) and time, as Unix milliseconds.</summary>
    public static long? TryInstant(string text) =>
        text.Length >= 8 && char.IsAsciiDigit(text[0])
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToUnixTimeMilliseconds()
            : null;

    /// <summary>PostgreSQL text cannot hold NUL, nor a lone surrogate: nothing stored equals such a text.</summary>
    private static string Checked(string text)
    {
        for (var n = 0; n < text.Length; n++)
        {
            var pair = char.IsHighSurrogate(text[n]) && n + 1 < text.Length && char.IsLowSurrogate(text[n + 1]);
            if (text[n] == '\0' || (char.IsSurrogate(text[n]) && !pair)) throw new RefusedException(Faults.Url("A string literal holds a character that no text can hold."));
            if (pair) n++;
        }
        return text;
    }

    private static RefusedException Wrong(Column? column) =>
        new(Faults.Url($"The value given for '{column?.Property}' cannot be converted to the type of the column."));
}
