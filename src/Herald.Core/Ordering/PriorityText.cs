using System.Globalization;

namespace Herald.Core.Ordering;

/// <summary>Reads a record's priority: a number, or an ISO 8601 date or date and time (no zone = UTC) as its Unix milliseconds.</summary>
internal static class PriorityText
{
    private static readonly string[] Dates =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK",
    ];

    public static bool TryRead(string? text, out double priority)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out priority))
            return double.IsFinite(priority);
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
            | DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite;
        if (!DateTimeOffset.TryParseExact(text, Dates, CultureInfo.InvariantCulture, Styles, out var date))
            return false;
        priority = date.ToUnixTimeMilliseconds();
        return true;
    }
}
