using System.Net;
using System.Net.Sockets;
using Herald.Sip.Loop;
using Herald.Sip.Messages;
using Herald.Sip.Transports;

namespace Herald.Sip.Core;

/// <summary>URIs and names to hops. Address records only: SRV and NAPTR (RFC 3263) are not asked. Used on the loop.</summary>
internal sealed class HopResolver(SignalLoop loop, TimeProvider time)
{
    private const int MaxNames = 1_024;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, (IPAddress Address, long Until)> names = [];

    /// <param name="uri">A sip: or sips: URI.</param>
    /// <param name="likely">Where the dialog's first request went: its transport serves where the URI names none and the address is the same.</param>
    /// <param name="then">Runs on the loop, at once for addresses; null = unknown name or scheme.</param>
    public void Resolve(string uri, Hop? likely, Action<Hop?> then)
    {
        if (SipUri.Parse(uri) is not { Host.Length: > 0 } parsed)
        {
            then(null);
            return;
        }
        SipTransport? stated = parsed.Scheme == "sips" ? SipTransport.Tls : parsed.TransportParam switch
        {
            "tcp" => SipTransport.Tcp,
            "tls" => SipTransport.Tls,
            "udp" => SipTransport.Udp,
            _ => null,
        };
        Resolve(parsed.Host, address =>
        {
            var transport = stated ?? (likely is not null && address is not null && likely.EndPoint.Address.Equals(address) ? likely.Transport : SipTransport.Udp);
            var port = parsed.Port > 0 ? parsed.Port : transport == SipTransport.Tls ? 5061 : 5060;
            var name = likely is { TlsName.Length: > 0 } && address is not null && likely.EndPoint.Address.Equals(address) ? likely.TlsName : parsed.Host;
            then(address is null ? null : new(transport, new(address, port), name));
        });
    }

    public void Resolve(string host, Action<IPAddress?> then)
    {
        if (HostPort.Literal(host) is { } literal)
            then(literal);
        else if (names.TryGetValue(host, out var known) && known.Until > time.GetTimestamp())
            then(known.Address);
        else
            _ = LookUpAsync(host, then);
    }

    private async Task LookUpAsync(string host, Action<IPAddress?> then)
    {
        IPAddress? found = null;
        try
        {
            var all = await Dns.GetHostAddressesAsync(host);
            found = all.FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork) ?? all.FirstOrDefault();
        }
        catch (SocketException)
        {
            // Unknown: null says it.
        }
        loop.Post(() =>
        {
            if (names.Count > MaxNames)
                names.Clear();
            if (found is not null)
                names[host] = (found, time.GetTimestamp() + (long)(Lifetime.TotalSeconds * time.TimestampFrequency));
            then(found);
        });
    }
}
