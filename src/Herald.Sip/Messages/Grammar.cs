using System.Buffers;

namespace Herald.Sip.Messages;

/// <summary>The few productions of RFC 3261 §25.1 that every header shares.</summary>
internal static class Grammar
{
    private static readonly SearchValues<char> TokenChars =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.!%*_+`'~");

    /// <summary>Characters that end a host name.</summary>
    public static readonly SearchValues<char> NotInHost = SearchValues.Create(" \t,;?@<>\"%");

    /// <summary>Characters that a parameter's name never holds.</summary>
    public static readonly SearchValues<char> NotInName = SearchValues.Create(" \t\"<>,");

    /// <summary>Characters that a URI never holds unescaped.</summary>
    public static readonly SearchValues<char> NotInUri = SearchValues.Create(" \t<>\"\r\n");

    public static bool IsToken(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExcept(TokenChars);

    /// <summary>True when the text could be written into a header row without ending it.</summary>
    public static bool IsOneLine(string text) => text.AsSpan().IndexOfAny('\r', '\n', '\0') < 0;

    /// <summary>Appends the trimmed, non-empty items between separators that stand outside quotes, angle brackets and comments.</summary>
    public static void Split(string text, char separator, List<string> into)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = Next(text, separator, start);
            var item = text.AsSpan(start, end - start).Trim();
            if (item.Length > 0)
                into.Add(item.ToString());
            start = end + 1;
        }
    }

    /// <summary>Index of the next such separator at or after <paramref name="start"/>, or the text's length.</summary>
    public static int Next(ReadOnlySpan<char> text, char separator, int start)
    {
        bool quoted = false, angled = false;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '\\')
                    i++;
                else if (c == '"')
                    quoted = false;
            }
            else if (c == separator && !angled)
                return i;
            else if (c == '"')
                quoted = true;
            else if (c == '<')
                angled = true;
            else if (c == '>')
                angled = false;
        }
        return text.Length;
    }

    /// <summary>False when a quoted string is left open (RFC 4475 §3.1.2.6).</summary>
    public static bool QuotesBalance(ReadOnlySpan<char> text)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
            if (quoted && text[i] == '\\')
                i++;
            else if (text[i] == '"')
                quoted = !quoted;
        return !quoted;
    }

    public static string Unquote(string text)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
            return text;
        var inner = text[1..^1];
        return inner.Contains('\\', StringComparison.Ordinal) ? Unescape(inner) : inner;
    }

    public static string Quote(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static string Unescape(string inner)
    {
        var plain = new System.Text.StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length)
                i++;
            plain.Append(inner[i]);
        }
        return plain.ToString();
    }
}
