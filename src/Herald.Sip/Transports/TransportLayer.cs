using System.Net;
using System.Net.Sockets;
using Herald.Sip.Messages;

namespace Herald.Sip.Transports;

/// <summary>The endpoint's three transports; chooses by hop, tells the local address to write into Via and Contact.</summary>
internal sealed class TransportLayer : IAsyncDisposable
{
    private readonly UdpTransport udp;
    private readonly StreamTransport tcp;
    private readonly StreamTransport tls;
    private readonly LocalAddresses addresses;

    public TransportLayer(SipEndpointOptions options, TimeProvider time, Action<Inbound> received)
    {
        addresses = new(options.AdvertisedAddress);
        var handshake = new TlsHandshake(options.Tls, time);
        udp = new(options.BindUdp, received);
        try
        {
            tcp = new(SipTransport.Tcp, options.BindTcp, handshake, options.ConnectTimeout, time, received);
            tls = new(SipTransport.Tls, options.BindTls, handshake, options.ConnectTimeout, time, received);
        }
        catch (SocketException)
        {
            // A taken port must not keep the others: the caller may try again elsewhere.
            _ = udp.DisposeAsync().AsTask();
            _ = tcp?.DisposeAsync().AsTask();
            throw;
        }
    }

    public IPEndPoint Bound(SipTransport transport) => transport switch
    {
        SipTransport.Tcp => tcp.Local,
        SipTransport.Tls => tls.Local,
        _ => udp.Local,
    };

    /// <summary>TCP and TLS connections held now.</summary>
    public int Connections => tcp.Connections + tls.Connections;

    /// <summary>The address and port a peer reached by this hop should send to.</summary>
    public IPEndPoint LocalFor(Hop hop)
    {
        var bound = Bound(hop.Transport);
        return new(addresses.Towards(bound.Address, hop.EndPoint.Address), bound.Port);
    }

    /// <summary>Sends, or says later by <paramref name="failed"/> (from any thread) that it could not.</summary>
    public void Send(byte[] bytes, Hop to, Action? failed)
    {
        if (to.Transport == SipTransport.Udp)
        {
            if (!udp.Send(bytes, to.EndPoint))
                failed?.Invoke();
            return;
        }
        (to.Transport == SipTransport.Tls ? tls : tcp).Send(bytes, to, failed);
    }

    /// <summary>A response goes back the way its request came (RFC 3261 §18.2.2).</summary>
    public void Reply(SipResponse response, Inbound request)
    {
        var bytes = SipWriter.Write(response);
        if (request.Stream is { } stream && stream.Send(bytes, null))
            return;
        var to = response.TopVia?.ReplyTo() ?? request.From.EndPoint;
        Send(bytes, request.From with { EndPoint = to }, null);
    }

    public async ValueTask DisposeAsync()
    {
        await udp.DisposeAsync();
        await tcp.DisposeAsync();
        await tls.DisposeAsync();
    }
}
