using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Herald.Sip.Transports;

/// <summary>TCP or TLS: one listener, and one connection for each peer address, reused both ways.</summary>
internal sealed class StreamTransport : IAsyncDisposable
{
    /// <summary>Connections held at once; above it the longest idle one is closed.</summary>
    public const int MaxConnections = 1_024;

    private readonly SipTransport kind;
    private readonly TlsHandshake tls;
    private readonly TimeSpan connectTimeout;
    private readonly TimeProvider time;
    private readonly Action<Inbound> received;
    private readonly Socket listener;
    private readonly ConcurrentDictionary<IPEndPoint, StreamConnection> connections = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    public StreamTransport(SipTransport kind, IPEndPoint bind, TlsHandshake tls, TimeSpan connectTimeout, TimeProvider time, Action<Inbound> received)
    {
        (this.kind, this.tls, this.connectTimeout, this.time, this.received) = (kind, tls, connectTimeout, time, received);
        listener = new(bind.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(bind);
        listener.Listen(256);
        Local = (IPEndPoint)listener.LocalEndPoint!;
        accepting = Task.Run(AcceptAsync);
    }

    public IPEndPoint Local { get; }

    /// <summary>Connections held now.</summary>
    public int Connections => connections.Count;

    /// <summary>Queues bytes for the peer, connecting first where needed; <paramref name="failed"/> runs when they cannot be written.</summary>
    public void Send(byte[] bytes, Hop to, Action? failed)
    {
        var connection = connections.GetOrAdd(to.EndPoint, _ => new(to, cancel => DialAsync(to, cancel), received, Forget));
        if (connection.Send(bytes, failed))
            return;
        Forget(connection); // closed meanwhile: once more on a new one
        var again = connections.GetOrAdd(to.EndPoint, _ => new(to, cancel => DialAsync(to, cancel), received, Forget));
        if (!again.Send(bytes, failed))
            failed?.Invoke();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await accepting;
        foreach (var connection in connections.Values)
            await connection.DisposeAsync();
        stop.Dispose();
    }

    private void Forget(StreamConnection connection) =>
        connections.TryRemove(new KeyValuePair<IPEndPoint, StreamConnection>(connection.Peer.EndPoint, connection));

    private async Task<Stream> DialAsync(Hop to, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(connectTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        var socket = new Socket(to.EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(to.EndPoint, both.Token);
            var raw = new NetworkStream(socket, ownsSocket: true);
            return kind == SipTransport.Tls ? await tls.AsClientAsync(raw, to.TlsName.Length > 0 ? to.TlsName : to.EndPoint.Address.ToString(), both.Token) : raw;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptAsync(stop.Token);
                socket.NoDelay = true;
                var peer = new Hop(kind, (IPEndPoint)socket.RemoteEndPoint!);
                MakeRoom();
                connections[peer.EndPoint] = new(peer, cancel => GreetAsync(socket, cancel), received, Forget);
            }
            catch (SocketException) when (!stop.IsCancellationRequested)
            {
                // The peer left before we took it.
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task<Stream> GreetAsync(Socket socket, CancellationToken cancel)
    {
        var raw = new NetworkStream(socket, ownsSocket: true);
        if (kind != SipTransport.Tls)
            return raw;
        using var limit = new CancellationTokenSource(connectTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            return await tls.AsServerAsync(raw, both.Token);
        }
        catch
        {
            await raw.DisposeAsync();
            throw;
        }
    }

    private void MakeRoom()
    {
        if (connections.Count < MaxConnections)
            return;
        var oldest = connections.Values.MinBy(connection => connection.LastUsed);
        if (oldest is not null)
            _ = oldest.DisposeAsync().AsTask();
    }
}
