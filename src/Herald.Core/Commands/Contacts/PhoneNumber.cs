namespace Herald.Core.Commands.Contacts;

/// <summary>
/// E.164 by shape only (the documented samples are short test numbers): <c>+</c>, 7..15 digits, no leading 0.
/// Spaces, dots, dashes and parentheses are stripped first.
/// </summary>
internal static class PhoneNumber
{
    public const int LongestSpelling = 100;
    private const int MinDigits = 7;
    private const int MaxDigits = 15;

    /// <summary>The number as <c>+</c> and digits; null when it is none.</summary>
    public static string? Read(string text)
    {
        Span<char> number = stackalloc char[1 + MaxDigits];
        var length = 0;
        foreach (var c in text)
        {
            if (c is ' ' or '.' or '-' or '(' or ')')
                continue;
            if (length == number.Length || !(length == 0 ? c == '+' : char.IsAsciiDigit(c)))
                return null;
            number[length++] = c;
        }

        if (length <= MinDigits || number[1] == '0')
            return null;
        return length == text.Length ? text : new(number[..length]);
    }
}
