using System.Globalization;

namespace Herald.Sip.Messages;

/// <summary>Number below 2^31 (RFC 3261 §8.1.1.5) and method.</summary>
internal readonly record struct CSeq(uint Number, string Method)
{
    public static CSeq? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var gap = text.IndexOfAny(' ', '\t');
        if (gap <= 0 || !uint.TryParse(text[..gap], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > int.MaxValue)
            return null;
        var method = text[gap..].Trim();
        return Grammar.IsToken(method) ? new CSeq(number, method.ToString()) : null;
    }

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture) + " " + Method;
}
