using System.Net;
using Herald.Sip;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>Calls by SIP. Bound from <c>Herald:Channels:&lt;key&gt;</c> with <c>Type = Sip</c>.</summary>
public sealed class VoiceChannelOptions
{
    /// <summary>Where it listens, <c>address:port</c>; port 0 = any free one. Default <c>0.0.0.0:5060</c>.</summary>
    public string Udp { get; set; } = "0.0.0.0:5060";

    /// <summary>Default <c>0.0.0.0:5060</c>.</summary>
    public string Tcp { get; set; } = "0.0.0.0:5060";

    /// <summary>Default <c>0.0.0.0:5061</c>.</summary>
    public string Tls { get; set; } = "0.0.0.0:5061";

    /// <summary>Our address as carriers see it, where a router translates ours. Default: the one their route leaves by.</summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>PEM file with our TLS certificate. Default: a self-signed one made at start.</summary>
    public string? Certificate { get; set; }

    /// <summary>PEM file with its key. Default: in the same file.</summary>
    public string? CertificateKey { get; set; }

    /// <summary>PEM file with the roots that carriers' certificates must lead to. Default: the machine's.</summary>
    public string? TrustedRoots { get; set; }

    /// <summary>First and last, <c>20000-29999</c> by default; each call takes two. <c>0</c> = any free ones.</summary>
    public string RtpPorts { get; set; } = "20000-29999";

    /// <summary>Calls at once, both directions. Default 500; 1..10,000.</summary>
    public int MaxCalls { get; set; } = 500;

    /// <summary>From the INVITE to the first sign of ringing. Default 30 s; 15 s..3 min.</summary>
    public TimeSpan SetupTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest talk; then we hang up. Default 2 h; 10 s..24 h.</summary>
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Shown where the workstream has no number. Default: none, such calls end NonRetriableError <c>configuration</c>.</summary>
    public string? From { get; set; }

    /// <summary>Name shown beside the number. Default: none.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Numbers keep their '+'. Default: yes; some carriers want none.</summary>
    public bool Plus { get; set; } = true;

    /// <summary>Put before every number called, e.g. a dial plan's access code. Default: none; digits, '*', '#'.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Where an agent's transfer goes: a <c>sip:</c> or <c>tel:</c> URI. Default: none, nobody takes it.</summary>
    public string? TransferTo { get; set; }

    /// <summary>Folder of recordings. Default: <c>recordings</c> in the data directory.</summary>
    public string? Recordings { get; set; }

    /// <summary>Networks (<c>192.0.2.0/24</c>) whose calls to our numbers are taken. Default: all.</summary>
    public IList<string> InboundFrom { get; } = [];

    /// <summary>At least one.</summary>
    public IList<SipTrunkOptions> Trunks { get; } = [];

    public ListeningOptions Progress { get; } = new();

    public SpeechOptions Speech { get; } = new();

    /// <summary>Data directory of the process, for recordings and spoken texts that name no folder of their own.</summary>
    public string DataDirectory { get; set; } = "data";

    internal string RecordingFolder => Recordings ?? Path.Combine(DataDirectory, "recordings");

    internal string SpeechFolder => Speech.Cache ?? Path.Combine(DataDirectory, "speech");

    /// <summary>All mistakes, each with its path.</summary>
    public IEnumerable<string> Faults(string section)
    {
        if (SetupTimeout < TimeSpan.FromSeconds(15) || SetupTimeout > TimeSpan.FromMinutes(3)) yield return $"{section}:SetupTimeout must be 00:00:15..00:03:00.";
        if (MaxDuration < TimeSpan.FromSeconds(10) || MaxDuration > TimeSpan.FromHours(24)) yield return $"{section}:MaxDuration must be 00:00:10..1.00:00:00.";
        if (From is { Length: 0 or > 100 }) yield return $"{section}:From must be a number.";
        if (Prefix.Length > 20 || !Prefix.All(c => char.IsAsciiDigit(c) || c is '*' or '#')) yield return $"{section}:Prefix must be at most 20 digits, '*' or '#'.";
        if (TransferTo is { } target && !target.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) && !target.StartsWith("sips:", StringComparison.OrdinalIgnoreCase) && !target.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            yield return $"{section}:TransferTo must be a sip:, sips: or tel: URI.";
        foreach (var network in InboundFrom.Where(network => !IPNetwork.TryParse(network, out _)))
            yield return $"{section}:InboundFrom: '{network}' is no network; write it as 192.0.2.0/24.";
        if (Trunks.Count == 0) yield return $"{section}:Trunks:0:Host is missing: a voice channel needs a carrier.";
        for (var i = 0; i < Trunks.Count; i++)
            foreach (var fault in Trunks[i].Faults($"{section}:Trunks:{i}"))
                yield return fault;
        foreach (var fault in Progress.Faults($"{section}:Progress").Concat(Speech.Faults($"{section}:Speech")))
            yield return fault;
        foreach (var fault in EndpointOf.Faults(this))
            yield return $"{section}:{fault}";
    }
}
