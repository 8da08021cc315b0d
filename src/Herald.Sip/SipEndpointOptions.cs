using System.Net;
using Herald.Sip.Core;

namespace Herald.Sip;

/// <summary>Where the endpoint listens and whom it calls through.</summary>
public sealed record SipEndpointOptions
{
    /// <summary>Default 0.0.0.0:5060. Port 0 = any free one.</summary>
    public IPEndPoint BindUdp { get; init; } = new(IPAddress.Any, 5060);

    /// <summary>Default 0.0.0.0:5060.</summary>
    public IPEndPoint BindTcp { get; init; } = new(IPAddress.Any, 5060);

    /// <summary>Default 0.0.0.0:5061.</summary>
    public IPEndPoint BindTls { get; init; } = new(IPAddress.Any, 5061);

    /// <summary>Address written into Via, Contact and SDP where a router translates ours. Default: the one the peer's route leaves by.</summary>
    public IPAddress? AdvertisedAddress { get; init; }

    public TlsOptions Tls { get; init; } = new();

    /// <summary>In order of preference; calls fail over from one to the next, see <see cref="CallRequest.Trunks"/>.</summary>
    public IReadOnlyList<TrunkOptions> Trunks { get; init; } = [];

    public SipTimers Timers { get; init; } = new();

    /// <summary>TCP connection and TLS handshake. Default 4 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>First RTP port, even. Default 20000; 0 = any free pair of ports.</summary>
    public int RtpPortFirst { get; init; } = 20_000;

    /// <summary>Last RTP port. Default 29999; each call takes two.</summary>
    public int RtpPortLast { get; init; } = 29_999;

    /// <summary>Calls at once, both directions. Default 2000; above it calls end as <see cref="CallEndKind.NothingLeft"/> and callers hear 503.</summary>
    public int MaxCalls { get; init; } = 2_000;

    /// <summary>Refresh interval offered for a standing call (RFC 4028). Default 30 min; zero = none offered; at least 90 s.</summary>
    public TimeSpan SessionExpires { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>User-Agent and Server header. Default "Herald".</summary>
    public string UserAgent { get; init; } = "Herald";

    /// <summary>Every option that is out of range, in words.</summary>
    public IReadOnlyList<string> Faults() => SipOptionsRules.Faults(this);

    /// <summary>Shortest ring limit; only tests shorten it.</summary>
    internal TimeSpan MinimumRing { get; init; } = TimeSpan.FromSeconds(15);
}
