using System.Net;
using System.Net.Sockets;
using Herald.Sip.Messages;

namespace Herald.Sip.Transports;

/// <summary>One bound UDP socket.</summary>
internal sealed class UdpTransport : IAsyncDisposable
{
    private readonly Socket socket;
    private readonly Action<Inbound> received;
    private readonly CancellationTokenSource stop = new();
    private readonly Task receiving;

    public UdpTransport(IPEndPoint bind, Action<Inbound> received)
    {
        this.received = received;
        socket = new(bind.AddressFamily, SocketType.Dgram, ProtocolType.Udp)
        {
            ReceiveBufferSize = 4 << 20, // a burst of 500 starts a second must survive a garbage collection
            SendBufferSize = 1 << 20,
        };
        socket.Bind(bind);
        Local = (IPEndPoint)socket.LocalEndPoint!;
        receiving = Task.Run(ReceiveAsync);
    }

    public IPEndPoint Local { get; }

    /// <summary>False when the stack refused the datagram (no route, too large, buffer full).</summary>
    public bool Send(ReadOnlySpan<byte> bytes, IPEndPoint to)
    {
        try
        {
            return socket.SendTo(bytes, SocketFlags.None, to) == bytes.Length;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        socket.Dispose();
        await receiving;
        stop.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[SipLimits.MessageBytes + 1];
        var any = new IPEndPoint(socket.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var got = await socket.ReceiveFromAsync(buffer, SocketFlags.None, any, stop.Token);
                // Fewer bytes than the shortest possible message: keep-alives and probes.
                if (got.ReceivedBytes > 16)
                    received(new(SipParser.Parse(buffer.AsSpan(0, got.ReceivedBytes)), new(SipTransport.Udp, (IPEndPoint)got.RemoteEndPoint), null));
            }
            catch (SocketException) when (!stop.IsCancellationRequested)
            {
                // An ICMP error of an earlier send; the transaction's timer tells its sender.
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }
}
