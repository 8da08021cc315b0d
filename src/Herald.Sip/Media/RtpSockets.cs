using System.Net;
using System.Net.Sockets;

namespace Herald.Sip.Media;

internal sealed record RtpSockets(Socket Rtp, Socket Rtcp) : IDisposable
{
    public int Port => ((IPEndPoint)Rtp.LocalEndPoint!).Port;

    public void Dispose()
    {
        Rtp.Dispose();
        Rtcp.Dispose();
    }
}
