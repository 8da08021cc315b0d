using System.Text.Json;

namespace Herald.WebApi.Rows;

/// <summary>Unix milliseconds as <c>2026-05-28T20:26:47Z</c> or with <c>.123</c>; digit by digit, since a page has hundreds and a format string costs five times as much.</summary>
internal static class InstantText
{
    public static void Write(Utf8JsonWriter json, JsonEncodedText name, long milliseconds, bool fraction)
    {
        Span<byte> text = stackalloc byte[24];
        var at = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
        var (year, month, day) = DateOnly.FromDateTime(at);
        Four(text, year);
        text[4] = (byte)'-';
        Two(text[5..], month);
        text[7] = (byte)'-';
        Two(text[8..], day);
        text[10] = (byte)'T';
        Two(text[11..], at.Hour);
        text[13] = (byte)':';
        Two(text[14..], at.Minute);
        text[16] = (byte)':';
        Two(text[17..], at.Second);
        var length = 19;
        if (fraction)
        {
            text[19] = (byte)'.';
            text[20] = (byte)('0' + at.Millisecond / 100);
            Two(text[21..], at.Millisecond % 100);
            length = 23;
        }
        text[length] = (byte)'Z';
        json.WriteString(name, text[..(length + 1)]);
    }

    private static void Four(Span<byte> text, int value)
    {
        Two(text, value / 100);
        Two(text[2..], value % 100);
    }

    private static void Two(Span<byte> text, int value)
    {
        text[0] = (byte)('0' + value / 10);
        text[1] = (byte)('0' + value % 10);
    }
}
