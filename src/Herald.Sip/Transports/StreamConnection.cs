using System.Net.Security;
using System.Net.Sockets;
using System.Threading.Channels;
using Herald.Sip.Messages;

namespace Herald.Sip.Transports;

/// <summary>One TCP or TLS connection, dialled or accepted. Opened by its first message.</summary>
internal sealed class StreamConnection : IAsyncDisposable
{
    private readonly Hop peer;
    private readonly Func<CancellationToken, Task<Stream>> open;
    private readonly Action<Inbound> received;
    private readonly Action<StreamConnection> closed;
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<Outbound> queue = Channel.CreateBounded<Outbound>(512);
    private readonly Task running;

    private readonly record struct Outbound(byte[] Bytes, Action? Failed);

    public StreamConnection(Hop peer, Func<CancellationToken, Task<Stream>> open, Action<Inbound> received, Action<StreamConnection> closed)
    {
        (this.peer, this.open, this.received, this.closed) = (peer, open, received, closed);
        running = Task.Run(RunAsync);
    }

    public Hop Peer => peer;

    /// <summary>Idle since this long-count of milliseconds (monotonic), for closing the oldest.</summary>
    public long LastUsed { get; private set; } = Environment.TickCount64;

    /// <summary>False when the connection is closed or its queue full; otherwise <paramref name="failed"/> tells later failures.</summary>
    public bool Send(byte[] bytes, Action? failed)
    {
        LastUsed = Environment.TickCount64;
        return queue.Writer.TryWrite(new(bytes, failed));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await using var stream = await open(stop.Token);
            var (reading, writing) = (ReadAsync(stream), WriteAsync(stream));
            await Task.WhenAny(reading, writing);
            queue.Writer.TryComplete();
            await stop.CancelAsync();
            await Task.WhenAll(reading, writing);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The waiting messages are told below.
        }
        finally
        {
            queue.Writer.TryComplete();
            closed(this);
            while (queue.Reader.TryRead(out var unsent))
                unsent.Failed?.Invoke();
        }
    }

    private async Task WriteAsync(Stream stream)
    {
        try
        {
            await foreach (var item in queue.Reader.ReadAllAsync(stop.Token))
            {
                try
                {
                    await stream.WriteAsync(item.Bytes, stop.Token);
                }
                catch (Exception e) when (e is IOException or OperationCanceledException)
                {
                    item.Failed?.Invoke();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Closing.
        }
    }

    private async Task ReadAsync(Stream stream)
    {
        var framer = new StreamFramer();
        var buffer = new byte[16_384];
        try
        {
            while (!framer.Broken)
            {
                var got = await stream.ReadAsync(buffer, stop.Token);
                if (got == 0)
                    return;
                LastUsed = Environment.TickCount64;
                framer.Add(buffer.AsSpan(0, got));
                while (framer.TryTake(out var message))
                    received(new(SipParser.Parse(message), peer, this));
                for (; framer.Pings > 0; framer.Pings--)
                    Send([(byte)'\r', (byte)'\n'], null);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // Closed by either side.
        }
    }
}
