using System.Net;
using System.Net.Sockets;

namespace Herald.Sip.Transports;

/// <summary>Which of our addresses a peer sees, for sockets bound to any address: asked of the routing table, remembered.</summary>
internal sealed class LocalAddresses(IPAddress? advertised)
{
    private readonly Dictionary<IPAddress, IPAddress> known = [];
    private readonly Lock gate = new();

    public IPAddress Towards(IPAddress bound, IPAddress peer)
    {
        if (advertised is not null)
            return advertised;
        if (!bound.Equals(IPAddress.Any) && !bound.Equals(IPAddress.IPv6Any))
            return bound;
        lock (gate)
        {
            if (known.TryGetValue(peer, out var local))
                return local;
            if (known.Count > 1_024)
                known.Clear();
            return known[peer] = Ask(peer);
        }
    }

    private static IPAddress Ask(IPAddress peer)
    {
        try
        {
            using var probe = new Socket(peer.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            probe.Connect(peer, 9); // sends nothing: binds the route's source address
            return ((IPEndPoint)probe.LocalEndPoint!).Address;
        }
        catch (SocketException)
        {
            return IPAddress.Loopback;
        }
    }
}
