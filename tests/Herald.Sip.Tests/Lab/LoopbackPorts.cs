using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Herald.Sip.Tests.Lab;

internal static class LoopbackPorts
{
    private static int next = 30_000 + Environment.ProcessId % 200 * 100;

    /// <summary>First of a run of ports free for UDP and TCP just now; even.</summary>
    public static int Free(int run = 2)
    {
        for (var i = 0; i < 500; i++)
        {
            var port = 20_000 + Interlocked.Add(ref next, (run + 1) / 2 * 2) % 40_000;
            if (port % 2 == 0 && Enumerable.Range(port, run).All(IsFree))
                return port;
        }
        throw new InvalidOperationException("no free ports");
    }

    public static bool IsBoundUdp(int port) =>
        File.ReadAllText("/proc/net/udp").Contains(":" + port.ToString("X4", CultureInfo.InvariantCulture) + " 00000000:0000", StringComparison.Ordinal);

    private static bool IsFree(int port)
    {
        try
        {
            using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            udp.Bind(new IPEndPoint(IPAddress.Loopback, port));
            using var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            tcp.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
