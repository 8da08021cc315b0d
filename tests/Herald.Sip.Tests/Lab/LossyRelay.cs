using System.Net;
using System.Net.Sockets;

namespace Herald.Sip.Tests.Lab;

/// <summary>Forwards datagrams from one side to the other and back, losing, doubling and swapping some on the way forward.</summary>
internal sealed class LossyRelay : IAsyncDisposable
{
    private readonly UdpClient front = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient back = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly IPEndPoint target;
    private readonly Random random;
    private readonly Func<double, Fate> fates;
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;
    private IPEndPoint? source;
    private byte[]? heldBack;

    internal enum Fate
    {
        Pass,
        Lose,
        Double,
        Swap,
    }

    /// <param name="target">Port on loopback.</param>
    /// <param name="fates">Fate by a number drawn from 0..1.</param>
    public LossyRelay(int target, Func<double, Fate> fates, int seed = 1)
    {
        this.target = new(IPAddress.Loopback, target);
        this.fates = fates;
        random = new(seed);
        running = Task.WhenAll(ForwardAsync(), BackwardAsync());
    }

    public int Port => ((IPEndPoint)front.Client.LocalEndPoint!).Port;

    public int Lost { get; private set; }

    public int Touched { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        front.Dispose();
        back.Dispose();
        await running;
        stop.Dispose();
    }

    private async Task ForwardAsync()
    {
        while (await ReceiveAsync(front) is { } got)
        {
            source = got.RemoteEndPoint;
            var fate = fates(random.NextDouble());
            Touched += fate == Fate.Pass ? 0 : 1;
            if (fate == Fate.Lose)
            {
                Lost++;
                continue;
            }
            if (fate == Fate.Swap && heldBack is null)
            {
                heldBack = got.Buffer;
                continue;
            }
            await back.SendAsync(got.Buffer, target);
            if (fate == Fate.Double)
                await back.SendAsync(got.Buffer, target);
            if (heldBack is not null)
                await back.SendAsync(heldBack, target);
            heldBack = null;
        }
    }

    private async Task BackwardAsync()
    {
        while (await ReceiveAsync(back) is { } got)
            if (source is not null)
                await front.SendAsync(got.Buffer, source);
    }

    private async Task<UdpReceiveResult?> ReceiveAsync(UdpClient socket)
    {
        try
        {
            return await socket.ReceiveAsync(stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            return null;
        }
    }
}
