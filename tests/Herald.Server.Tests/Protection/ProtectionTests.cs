using System.Net;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Protection;

public sealed class ProtectionTests
{
    [Fact]
    public async Task A_caller_over_its_limit_gets_429_and_others_go_on()
    {
        await using var server = await RunningServer.StartAsync(null, "--Herald:Protection:Enabled", "true", "--Herald:Protection:Requests", "3");
        using var agent = await server.ClientAsync();
        using var supervisor = await server.ClientAsync("supervisor");
        for (var left = 2; left >= 0; left--)
        {
            var answer = await agent.ReadAsync("WhoAmI");
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Message.Headers.GetValues("x-ms-ratelimit-burst-remaining-xrm-requests").ShouldBe([$"{left}"]);
        }

        var refused = await agent.ReadAsync("WhoAmI");
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Code.ShouldBe("0x80072322");
        refused.Message.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 300);
        (await supervisor.ReadAsync("WhoAmI")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
