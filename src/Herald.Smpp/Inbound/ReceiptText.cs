using System.Buffers;

namespace Herald.Smpp.Inbound;

/// <summary>
/// The text form of SMPP 3.4 appendix B, "id:… sub:… dlvrd:… submit date:… done date:… stat:… err:… text:…", which every SMSC
/// writes a little differently: read without regard to order, case and missing fields. The first of a key counts.
/// </summary>
internal static class ReceiptText
{
    private static readonly string[] Keys = ["submit date", "done date", "id", "sub", "dlvrd", "stat", "err", "text"];

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" ,;\r\n\t");

    /// <summary>Values by key in lower case; a field that is missing is not there.</summary>
    public static Dictionary<string, string> Read(string text)
    {
        var fields = new Dictionary<string, string>();
        var at = 0;
        while (FindKey(text, at) is var (key, valueAt) && key.Length > 0)
        {
            // The message's own words may look like fields; they come last by the appendix, so nothing is looked for in them once we have enough.
            if (key == "text" && fields.ContainsKey("stat"))
                break;
            var end = ValueEnd(text, valueAt);
            fields.TryAdd(key, text[valueAt..end].Trim());
            at = end;
        }
        return fields;
    }

    private static (string Key, int ValueAt) FindKey(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && KeyAt(text, at) is { } key)
                return (key, at + key.Length + 1);
        }
        return ("", 0);
    }

    private static string? KeyAt(string text, int at)
    {
        foreach (var key in Keys)
        {
            if (string.Compare(text, at, key, 0, key.Length, StringComparison.OrdinalIgnoreCase) == 0
                && at + key.Length < text.Length && text[at + key.Length] == ':')
                return key;
        }
        return null;
    }

    // A value ends at the next blank; one blank after the colon is forgiven, unless the next field follows it.
    private static int ValueEnd(string text, int at)
    {
        if (at < text.Length && text[at] == ' ' && KeyAt(text, at + 1) is null)
            at++;
        var length = text.AsSpan(at).IndexOfAny(ValueEnds);
        return length < 0 ? text.Length : at + length;
    }
}
