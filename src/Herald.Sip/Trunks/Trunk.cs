using Herald.Sip.Core;
using Herald.Sip.Messages;
using Herald.Sip.Transports;

namespace Herald.Sip.Trunks;

/// <summary>A carrier as calls see it. On the loop.</summary>
internal sealed partial class Trunk(SipCore core, TrunkOptions options)
{
    public TrunkOptions Options => options;

    /// <summary>Host part of URIs in this trunk's domain.</summary>
    public string Domain { get; } = options.Domain ?? (options.Port > 0 ? $"{options.Host}:{options.Port}" : options.Host);

    private string? unregistered = options.Register ? "not registered yet" : null;
    private string? dead;

    /// <summary>Null while registered, or no registration is wanted; else why not.</summary>
    public string? Unregistered
    {
        get => unregistered;
        set => Tell(Down, () => unregistered = value);
    }

    /// <summary>Null while it answers probes; else what it does instead.</summary>
    public string? Dead
    {
        get => dead;
        set => Tell(Down, () => dead = value);
    }

    /// <summary>Null while up, else the reason it is down.</summary>
    public string? Down => unregistered ?? dead;

    /// <summary>The Route a request starts with, where an outbound proxy stands before the carrier.</summary>
    public string? Route => options.OutboundProxy is { } proxy ? $"<sip:{proxy};lr{TransportSuffix}>" : null;

    public string TransportSuffix => options.Transport switch
    {
        SipTransport.Tcp => ";transport=tcp",
        SipTransport.Tls => ";transport=tls",
        _ => "",
    };

    /// <summary>Null = the name is unknown now.</summary>
    public void Resolve(Action<Hop?> then)
    {
        var host = options.Host;
        var port = options.EffectivePort;
        if (options.OutboundProxy is { } proxy && HostPort.TryParse(proxy, out var proxyHost, out var proxyPort))
            (host, port) = (proxyHost, proxyPort > 0 ? proxyPort : options.Transport == SipTransport.Tls ? 5061 : 5060);
        core.Resolver.Resolve(host, address => then(address is null ? null : new(options.Transport, new(address, port), host)));
    }

    private void Tell(string? before, Action change)
    {
        change();
        if (Down == before)
            return;
        if (Down is { } reason)
            LogDown(core.Log, options.Name, reason);
        else
            LogUp(core.Log, options.Name);
    }
}
