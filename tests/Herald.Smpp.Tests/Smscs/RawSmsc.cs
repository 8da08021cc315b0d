using System.Net;
using System.Net.Sockets;

namespace Herald.Smpp.Tests.Smscs;

/// <summary>An SMSC of one personality: what each connection meets, in order; the last one also all that follow. Real sockets, raw octets.</summary>
internal sealed class RawSmsc : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly List<Task> sessions = [];
    private readonly Task accepting;

    public RawSmsc(params Func<RawSession, Task>[] personalities)
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync(personalities);
    }

    public int Port { get; }

    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await accepting;
        listener.Stop();
        await Task.WhenAll(sessions);
        stopping.Dispose();
    }

    private async Task AcceptAsync(Func<RawSession, Task>[] personalities)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                sessions.Add(ServeAsync(client, personalities[Math.Min(Connections++, personalities.Length - 1)]));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client, Func<RawSession, Task> personality)
    {
        using (client)
        {
            try
            {
                await personality(new RawSession(client.GetStream(), stopping.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
            }
        }
    }
}
