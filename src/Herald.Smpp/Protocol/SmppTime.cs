using System.Globalization;

namespace Herald.Smpp.Protocol;

/// <summary>schedule_delivery_time and validity_period (SMPP 3.4 §7.1.1).</summary>
internal static class SmppTime
{
    private static readonly TimeSpan LongestRelative = TimeSpan.FromDays(30);

    /// <summary>YYMMDDhhmmsstnnp in UTC; rounded down to the tenth of a second, so that nothing is valid longer than asked.</summary>
    public static string Absolute(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{utc:yyMMddHHmmss}{utc.Millisecond / 100}00+");
    }

    /// <summary>
    /// YYMMDDhhmmss000R, from one second to 30 days: beyond it the fields would mean months of unknown length.
    /// Rounded down to the second.
    /// </summary>
    public static string Relative(TimeSpan span)
    {
        var seconds = Math.Clamp((long)span.TotalSeconds, 1, (long)LongestRelative.TotalSeconds);
        var s = TimeSpan.FromSeconds(seconds);
        return string.Create(CultureInfo.InvariantCulture, $"0000{s.Days:00}{s.Hours:00}{s.Minutes:00}{s.Seconds:00}000R");
    }
}
