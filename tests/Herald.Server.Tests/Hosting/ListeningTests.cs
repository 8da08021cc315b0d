using System.Net;
using System.Net.Sockets;
using Herald.Server.Hosting;
using Herald.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Herald.Server.Tests.Hosting;

public sealed class ListeningTests
{
    [Fact]
    public async Task A_taken_https_port_is_a_warning_and_http_goes_on()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var server = await RunningServer.StartAsync(null, "--Herald:DevelopmentHttps:Port", $"{port}");
        (await server.Anonymous.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        server.Services.GetServices<StartNotice>().Single().Text.ShouldContain($"{port}");
    }
}
