using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Herald.Bench.Load;

/// <summary>
/// A load generator over raw sockets: one prepared request a connection, sent again when its answer is whole. It costs so
/// little that both sides of a ratio are bound by their server, and it is the same for both.
/// </summary>
internal static class HttpLoad
{
    public static byte[] Post(Uri url, string body, string? token)
    {
        var payload = Encoding.UTF8.GetBytes(body);
        var head = new StringBuilder()
            .Append("POST ").Append(url.PathAndQuery).Append(" HTTP/1.1\r\nHost: ").Append(url.Authority)
            .Append("\r\nContent-Type: application/json\r\nOData-Version: 4.0\r\nContent-Length: ").Append(payload.Length).Append("\r\n");
        if (token is not null)
            head.Append("Authorization: Bearer ").Append(token).Append("\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. payload];
    }

    public static byte[] Get(Uri url, string? token, params string[] headers)
    {
        var head = new StringBuilder()
            .Append("GET ").Append(url.PathAndQuery).Append(" HTTP/1.1\r\nHost: ").Append(url.Authority).Append("\r\n");
        foreach (var header in headers)
            head.Append(header).Append("\r\n");
        if (token is not null)
            head.Append("Authorization: Bearer ").Append(token).Append("\r\n");
        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }

    public static Task<LoadResult> RunAsync(Uri server, byte[] request, int connections, TimeSpan duration) => RunAsync(server, [request], connections, duration);

    /// <summary>Each connection goes through all requests in turn, beginning at a place of its own.</summary>
    public static async Task<LoadResult> RunAsync(Uri server, IReadOnlyList<byte[]> requests, int connections, TimeSpan duration)
    {
        var endPoint = new IPEndPoint(IPAddress.Loopback, server.Port);
        var clock = Stopwatch.StartNew();
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(n => Task.Run(() => ConnectionAsync(endPoint, requests, n * requests.Count / connections, clock, duration))));
        var seconds = clock.Elapsed.TotalSeconds;
        return LoadResult.Of(runs.SelectMany(run => run.Times), runs.Sum(run => run.Failed), seconds);
    }

    private static async Task<(List<double> Times, long Failed)> ConnectionAsync(EndPoint endPoint, IReadOnlyList<byte[]> requests, int next, Stopwatch clock, TimeSpan duration)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endPoint);
        var times = new List<double>(65_536);
        var buffer = new byte[262_144];
        long failed = 0;
        while (clock.Elapsed < duration)
        {
            var begun = clock.Elapsed;
            await socket.SendAsync(requests[next++ % requests.Count]);
            var filled = 0;
            int total;
            while ((total = HttpAnswer.Length(buffer.AsSpan(0, filled))) < 0 || total > filled)
            {
                var got = await socket.ReceiveAsync(buffer.AsMemory(filled));
                if (got == 0)
                    return (times, failed + 1);
                filled += got;
            }

            if (buffer[9] != (byte)'2')
                failed++;
            times.Add((clock.Elapsed - begun).TotalMilliseconds);
        }

        return (times, failed);
    }
}
