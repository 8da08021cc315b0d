using NodaTime;

namespace Herald.Core.Commands.Windows;

/// <summary>A time of a window as written.</summary>
/// <param name="Offset">null when the text names no zone.</param>
internal readonly record struct WindowTime(LocalDateTime Local, Offset? Offset)
{
    // The range every store and every client's calendar holds, with room for offsets on both sides.
    private const int FirstYear = 1900;
    private const int LastYear = 9998;
    private const int NanosecondDigits = 9;

    /// <summary>The instant; a time without zone is UTC.</summary>
    public Instant ToInstant() => Local.WithOffset(Offset ?? NodaTime.Offset.Zero).ToInstant();

    /// <summary>
    /// <c>yyyy-MM-ddTHH:mm[:ss[.fffffffff]][Z|±HH[[:]mm]]</c> (ISO 8601; RFC 3339 section 5.6 with its optional blank for T).
    /// </summary>
    public static WindowTime? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length < 16 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't' or ' ') || text[13] != ':')
            return null;
        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
        var (hour, minute) = (Digits(text[11..13]), Digits(text[14..16]));
        var rest = text[16..];
        var (second, nanosecond) = (0, 0);
        if (rest.Length >= 3 && rest[0] == ':')
        {
            second = Digits(rest[1..3]);
            rest = rest[3..];
            nanosecond = Fraction(ref rest);
        }

        if (year is < FirstYear or > LastYear || month is < 1 or > 12
            || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || nanosecond < 0)
        {
            return null;
        }

        var local = new LocalDateTime(year, month, day, hour, minute, second).PlusNanoseconds(nanosecond);
        if (rest.IsEmpty)
            return new(local, null);
        return ReadOffset(rest) is { } offset ? new(local, offset) : null;
    }

    // -1 when it is malformed.
    private static int Fraction(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] is not ('.' or ','))
            return 0;
        var length = 1;
        var value = 0;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]) && length <= NanosecondDigits)
            value = (value * 10) + (rest[length++] - '0');
        if (length == 1)
            return -1;
        for (var digits = length - 1; digits < NanosecondDigits; digits++)
            value *= 10;
        rest = rest[length..];
        return value;
    }

    private static Offset? ReadOffset(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z")
            return NodaTime.Offset.Zero;
        if (text.Length < 3 || text[0] is not ('+' or '-'))
            return null;
        var hours = Digits(text[1..3]);
        var minutes = text.Length switch
        {
            3 => 0,
            5 => Digits(text[3..]),
            6 when text[3] == ':' => Digits(text[4..]),
            _ => -1,
        };
        if (hours < 0 || minutes is < 0 or > 59 || (hours * 60) + minutes > 18 * 60)
            return null;
        var total = ((hours * 60) + minutes) * 60;
        return NodaTime.Offset.FromSeconds(text[0] == '-' ? -total : total);
    }

    // -1 when one is no digit.
    private static int Digits(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return -1;
            value = (value * 10) + (c - '0');
        }

        return value;
    }
}
