using System.Globalization;
using System.Net;

namespace Herald.Sip.Messages;

/// <summary>One hop of the way back (RFC 3261 §20.42). Port 0 = none was written.</summary>
internal sealed record Via(string Transport, string Host, int Port, Parameters Params)
{
    /// <summary>Begins every branch made under RFC 3261 §8.1.1.7.</summary>
    public const string Cookie = "z9hG4bK";

    public string? Branch => Params["branch"];

    public string SentBy => Port == 0 ? Host : Host + ":" + Port.ToString(CultureInfo.InvariantCulture);

    public static Via? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        // "SIP / 2.0 / UDP host" with any white space around the slashes.
        var first = text.IndexOf('/');
        if (first < 0 || !text[..first].Trim().Equals("SIP", StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = text[(first + 1)..];
        var second = rest.IndexOf('/');
        if (second < 0 || !rest[..second].Trim().SequenceEqual("2.0"))
            return null;
        rest = rest[(second + 1)..].TrimStart();
        var gap = rest.IndexOfAny(' ', '\t');
        if (gap <= 0 || !Grammar.IsToken(rest[..gap]))
            return null;
        var transport = rest[..gap].ToString().ToUpperInvariant();
        rest = rest[gap..];
        var semicolon = rest.IndexOf(';');
        if (!HostPort.TryParse(semicolon < 0 ? rest : rest[..semicolon], out var host, out var port))
            return null;
        var parameters = semicolon < 0 ? Parameters.None : Parameters.Parse(rest[(semicolon + 1)..]);
        return parameters is null ? null : new(transport, host, port, parameters);
    }

    /// <summary>What the receiver adds: <c>received</c> where the address differs, <c>rport</c> where it was asked for (RFC 3581 §4).</summary>
    public Via Stamped(IPEndPoint source)
    {
        var stamped = this;
        var asked = Params.Has("rport");
        if (asked || !source.Address.Equals(HostPort.Literal(Host)))
            stamped = stamped with { Params = stamped.Params.With("received", source.Address.ToString()) };
        return asked
            ? stamped with { Params = stamped.Params.With("rport", source.Port.ToString(CultureInfo.InvariantCulture)) }
            : stamped;
    }

    /// <summary>Where a response goes over UDP: received and rport, else the written port, else 5060 (RFC 3261 §18.2.2, RFC 3581 §4). Null when a name would have to be looked up.</summary>
    public IPEndPoint? ReplyTo()
    {
        var address = HostPort.Literal(Params["received"] is { Length: > 0 } received ? received : Host);
        if (address is null)
            return null;
        return int.TryParse(Params["rport"], NumberStyles.None, CultureInfo.InvariantCulture, out var rport) && rport is > 0 and <= 65535
            ? new(address, rport)
            : new(address, Port > 0 ? Port : 5060);
    }

    public override string ToString() => "SIP/2.0/" + Transport + " " + SentBy + Params;
}
