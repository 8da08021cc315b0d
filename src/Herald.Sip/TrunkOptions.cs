namespace Herald.Sip;

/// <summary>One carrier connection.</summary>
public sealed record TrunkOptions
{
    /// <summary>Names it in requests, state and logs.</summary>
    public required string Name { get; init; }

    /// <summary>Address or name the requests go to: the carrier's server or the outbound proxy.</summary>
    public required string Host { get; init; }

    /// <summary>Default 0 = 5060, for TLS 5061.</summary>
    public int Port { get; init; }

    public SipTransport Transport { get; init; } = SipTransport.Udp;

    /// <summary>Host part of the called URI, of From and of the registration. Default: <see cref="Host"/>, with its port.</summary>
    public string? Domain { get; init; }

    /// <summary>A server that every request goes through first (loose routing, RFC 3261 §8.1.2), as <c>host[:port]</c>; then <see cref="Host"/> is only the domain.</summary>
    public string? OutboundProxy { get; init; }

    /// <summary>Digest user; empty = the trunk knows us by address.</summary>
    public string Username { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>Register the user and keep the binding fresh. Default false. An unregistered trunk takes no calls.</summary>
    public bool Register { get; init; }

    /// <summary>Binding asked for. Default 10 min; the registrar may shorten it.</summary>
    public TimeSpan RegisterExpires { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gap between OPTIONS probes. Default 30 s; zero = none, the trunk counts as up.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Write the display number into P-Asserted-Identity too (RFC 3325). Default true.</summary>
    public bool AssertIdentity { get; init; } = true;

    /// <summary>Codecs in order of preference. Default PCMA, PCMU.</summary>
    public IReadOnlyList<Codec> Codecs { get; init; } = [Codec.Pcma, Codec.Pcmu];

    internal int EffectivePort => Port > 0 ? Port : Transport == SipTransport.Tls ? 5061 : 5060;
}
