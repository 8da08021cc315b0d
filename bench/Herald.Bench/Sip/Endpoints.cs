using System.Net;
using Herald.Sip;
using Microsoft.Extensions.Logging.Abstractions;

namespace Herald.Bench.Sip;

/// <summary>Our side: one endpoint, one trunk over UDP, the defaults of a server otherwise.</summary>
internal static class Endpoints
{
    public static SipEndpoint Towards(int port) => new(
        new SipEndpointOptions
        {
            BindUdp = new(IPAddress.Loopback, 0),
            BindTcp = new(IPAddress.Loopback, 0),
            BindTls = new(IPAddress.Loopback, 0),
            Trunks = [new() { Name = "sipp", Host = "127.0.0.1", Port = port, KeepAlive = TimeSpan.Zero }],
            MaxCalls = 10_000,
        },
        TimeProvider.System,
        NullLoggerFactory.Instance);
}
