using System.Net;
using System.Net.Sockets;

namespace Herald.Sip.Media;

/// <summary>Hands out bound pairs of UDP sockets: RTP even, RTCP next (RFC 3550 §11), walking round the configured range.</summary>
internal sealed class RtpPorts(int first, int last)
{
    private const int AnyPortTries = 64;

    private int cursor;

    /// <summary>Null when no pair is free.</summary>
    public RtpSockets? Open(IPAddress bind)
    {
        var pairs = first == 0 ? AnyPortTries : (last - first + 1) / 2;
        for (var i = 0; i < pairs; i++)
        {
            var port = first == 0 ? 0 : first + (int)((uint)Interlocked.Increment(ref cursor) % (uint)pairs) * 2;
            if (TryBind(bind, port) is not { } rtp)
                continue;
            var bound = ((IPEndPoint)rtp.LocalEndPoint!).Port;
            if (bound % 2 == 0 && TryBind(bind, bound + 1) is { } rtcp)
                return new(rtp, rtcp);
            rtp.Dispose();
        }
        return null;
    }

    private static Socket? TryBind(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
