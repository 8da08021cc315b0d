namespace Herald.Sip.Messages;

/// <summary>A From, To, Contact, Route or Refer-To value: display name, address, header parameters (RFC 3261 §20.10).</summary>
internal sealed record NameAddr(string Display, string Address, Parameters Params)
{
    public string? Tag => Params["tag"];

    /// <summary>Null when the address has a scheme we do not route (RFC 4475 §3.3.2).</summary>
    public SipUri? Uri => SipUri.Parse(Address);

    public static NameAddr? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (!Grammar.QuotesBalance(text))
            return null;
        var open = Grammar.Next(text, '<', 0);
        if (open == text.Length)
            return ParseBare(text);
        var close = text[open..].IndexOf('>');
        if (close < 0)
            return null;
        var address = text[(open + 1)..(open + close)].Trim();
        var display = text[..open].Trim();
        if (address.IndexOf(':') <= 0 || !IsDisplay(display))
            return null;
        var tail = text[(open + close + 1)..].Trim();
        if (tail.Length > 0 && tail[0] != ';')
            return null;
        var parameters = tail.Length == 0 ? Parameters.None : Parameters.Parse(tail[1..]);
        return parameters is null ? null : new(Grammar.Unquote(display.ToString()), address.ToString(), parameters);
    }

    /// <summary>Without angle brackets every semicolon starts a header parameter, never a URI one (RFC 3261 §20.10).</summary>
    private static NameAddr? ParseBare(ReadOnlySpan<char> text)
    {
        var semicolon = Grammar.Next(text, ';', 0);
        var address = text[..semicolon].Trim();
        if (address.IndexOf(':') <= 0 || address.IndexOfAny(" \t\",") >= 0)
            return null;
        var parameters = semicolon == text.Length ? Parameters.None : Parameters.Parse(text[(semicolon + 1)..]);
        return parameters is null ? null : new("", address.ToString(), parameters);
    }

    // A quoted string or a run of tokens; characters outside tokens need quotes (RFC 4475 §3.1.2.15).
    private static bool IsDisplay(ReadOnlySpan<char> display)
    {
        if (display.Length == 0 || display[0] == '"')
            return display.Length == 0 || (display.Length > 1 && display[^1] == '"');
        foreach (var word in display.ToString().Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            if (!Grammar.IsToken(word) && !word.Any(c => c >= 0x80))
                return false;
        return true;
    }

    public override string ToString() =>
        (Display.Length > 0 ? Grammar.Quote(Display) + " " : "") + "<" + Address + ">" + Params;
}
