using System.Globalization;
using System.Net;

namespace Herald.Sip.Messages;

internal static class HostPort
{
    /// <summary><c>host[:port]</c>; white space around the colon is legal in Via (RFC 4475 §3.1.1.1). Port 0 = none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out string host, out int port)
    {
        text = text.Trim();
        host = "";
        port = 0;
        var close = text.Length > 0 && text[0] == '[' ? text.IndexOf(']') : 0;
        if (close < 0)
            return false;
        var colon = text[close..].IndexOf(':');
        var name = (colon < 0 ? text : text[..(close + colon)]).Trim();
        if (name.Length == 0 || name.Length > 255 || name.ContainsAny(Grammar.NotInHost))
            return false;
        if (close == 0 && name.IndexOfAny("[]") >= 0)
            return false;
        if (close > 0 && (name.Length != close + 1 || !IPAddress.TryParse(name[1..close], out _)))
            return false;
        host = name.ToString();
        return colon < 0
            || (int.TryParse(text[(close + colon + 1)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535);
    }

    /// <summary>The address when the host is a literal one, with or without brackets.</summary>
    public static IPAddress? Literal(string host) =>
        IPAddress.TryParse(host.Length > 2 && host[0] == '[' ? host[1..^1] : host, out var address) ? address : null;

    public static string Write(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
