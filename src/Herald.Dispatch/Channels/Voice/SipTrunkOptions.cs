using Herald.Sip;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>One carrier of a voice channel: <c>Herald:Channels:&lt;key&gt;:Trunks:&lt;n&gt;</c>. Calls go to the first that is up.</summary>
public sealed class SipTrunkOptions
{
    /// <summary>In logs, on /health and in every row's diagnostics; 1..40 letters, digits, '-', '_' or '.'. Default: the host.</summary>
    public string Name { get; set; } = "";

    /// <summary>Address or name of the carrier's server; required.</summary>
    public string Host { get; set; } = "";

    /// <summary>Default 0 = 5060, for TLS 5061.</summary>
    public int Port { get; set; }

    /// <summary>Default UDP; a TLS server's certificate is always checked.</summary>
    public SipTransport Transport { get; set; } = SipTransport.Udp;

    /// <summary>Host part of the called URI and of From. Default: the host.</summary>
    public string? Domain { get; set; }

    /// <summary>A server that every request goes through first, <c>host[:port]</c>.</summary>
    public string? OutboundProxy { get; set; }

    /// <summary>Digest user; default: none, the carrier knows us by address.</summary>
    public string Username { get; set; } = "";

    /// <summary>From the environment: <c>Herald__Channels__&lt;key&gt;__Trunks__0__Password</c>.</summary>
    public string Password { get; set; } = "";

    /// <summary>Register the user. Default: no.</summary>
    public bool Register { get; set; }

    /// <summary>Default 10 min; at least 10 s.</summary>
    public TimeSpan RegisterExpires { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gap between OPTIONS probes. Default 30 s; 0 = none, the trunk counts as up.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Show the display number in P-Asserted-Identity too. Default: yes.</summary>
    public bool AssertIdentity { get; set; } = true;

    /// <summary>In order of preference. Default: PCMA, PCMU.</summary>
    public IList<Codec> Codecs { get; } = [];

    internal string EffectiveName => Name.Length > 0 ? Name : Host;

    internal TrunkOptions Trunk() => new()
    {
        Name = EffectiveName,
        Host = Host,
        Port = Port,
        Transport = Transport,
        Domain = Domain,
        OutboundProxy = OutboundProxy,
        Username = Username,
        Password = Password,
        Register = Register,
        RegisterExpires = RegisterExpires,
        KeepAlive = KeepAlive,
        AssertIdentity = AssertIdentity,
        Codecs = Codecs.Count > 0 ? [.. Codecs.Distinct()] : [Codec.Pcma, Codec.Pcmu],
    };

    internal IEnumerable<string> Faults(string section)
    {
        if (Host.Length == 0)
            yield return $"{section}:Host is missing: the name or address of the carrier's server.";
        if (EffectiveName.Length is < 1 or > 40 || !EffectiveName.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            yield return $"{section}:Name must have 1..40 letters, digits, '-', '_' or '.'.";
        if (KeepAlive < TimeSpan.Zero || KeepAlive > TimeSpan.FromHours(1))
            yield return $"{section}:KeepAlive must be 00:00:00..01:00:00.";
    }
}
