using System.Globalization;

namespace Herald.Sip.Messages;

/// <summary>A <c>sip:</c>, <c>sips:</c> or <c>tel:</c> URI (RFC 3261 §19.1, RFC 3966). <see cref="Host"/> keeps the brackets of an IPv6 literal; it is empty for <c>tel:</c>.</summary>
internal sealed record SipUri(string Scheme, string User, string Host, int Port, Parameters Params, string Headers)
{
    /// <summary>Port 0 = none was written.</summary>
    public static SipUri Sip(string user, string host, int port) => new("sip", user, host, port, Parameters.None, "");

    public bool IsSecure => Scheme == "sips" || TransportParam == "tls";

    public string? TransportParam => Params["transport"]?.ToLowerInvariant();

    /// <summary>The user part with <c>%hh</c> escapes undone and any password cut off.</summary>
    public string PlainUser => Uri.UnescapeDataString(User.Split(':')[0]);

    public static SipUri? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var colon = text.IndexOf(':');
        if (colon <= 0 || text.ContainsAny(Grammar.NotInUri))
            return null;
        var scheme = text[..colon].ToString().ToLowerInvariant();
        var rest = text[(colon + 1)..];
        return scheme switch
        {
            "sip" or "sips" => ParseSip(scheme, rest),
            "tel" => ParseTel(rest),
            _ => null,
        };
    }

    private static SipUri? ParseTel(ReadOnlySpan<char> rest)
    {
        var semicolon = rest.IndexOf(';');
        var number = semicolon < 0 ? rest : rest[..semicolon];
        var parameters = semicolon < 0 ? Parameters.None : Parameters.Parse(rest[(semicolon + 1)..]);
        return number.Length == 0 || parameters is null ? null : new("tel", number.ToString(), "", 0, parameters, "");
    }

    private static SipUri? ParseSip(string scheme, ReadOnlySpan<char> rest)
    {
        // The user part may hold ';' and '?' (RFC 4475 §3.1.1.9), never an unescaped '@'.
        var at = rest.IndexOf('@');
        var user = at < 0 ? "" : rest[..at].ToString();
        if (at == 0)
            return null;
        rest = rest[(at + 1)..];

        var question = rest.IndexOf('?');
        var headers = question < 0 ? "" : rest[(question + 1)..].ToString();
        if (question >= 0)
            rest = rest[..question];

        var semicolon = rest.IndexOf(';');
        var parameters = semicolon < 0 ? Parameters.None : Parameters.Parse(rest[(semicolon + 1)..]);
        if (semicolon >= 0)
            rest = rest[..semicolon];
        if (parameters is null || !HostPort.TryParse(rest, out var host, out var port))
            return null;
        return new(scheme, user, host, port, parameters, headers);
    }

    public override string ToString()
    {
        if (Scheme == "tel")
            return "tel:" + User + Params;
        var user = User.Length > 0 ? User + "@" : "";
        var port = Port > 0 ? ":" + Port.ToString(CultureInfo.InvariantCulture) : "";
        var headers = Headers.Length > 0 ? "?" + Headers : "";
        return Scheme + ":" + user + Host + port + Params + headers;
    }
}
