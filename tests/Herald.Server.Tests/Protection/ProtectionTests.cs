using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Herald.Server.Tests.Actions;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Protection;

public sealed class ProtectionTests
{
    private const string Bulk = "CCaaS_CreateProactiveBulkDeliveryV2";
    private const string Burst = "x-ms-ratelimit-burst-remaining-xrm-requests";

    [Fact]
    public async Task A_caller_over_its_limit_gets_429_and_others_go_on()
    {
        await using var server = await StartAsync("Requests", "3");
        using var agent = await server.ClientAsync();
        using var supervisor = await server.ClientAsync("supervisor");
        for (var left = 2; left >= 0; left--)
        {
            var answer = await agent.ReadAsync("WhoAmI");
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Message.Headers.GetValues(Burst).ShouldBe([$"{left}"]);
            answer.Message.Headers.Contains("x-ms-ratelimit-time-remaining-xrm-requests").ShouldBeTrue();
        }

        var refused = ShouldBeRefused(await agent.ReadAsync("WhoAmI"), "0x80072322", "Number of requests exceeded the limit of 3 over time window of 300 seconds.");
        refused.Message.Headers.GetValues(Burst).ShouldBe(["0"]);
        (await supervisor.ReadAsync("WhoAmI")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_more_at_once_than_permitted_is_refused_and_served_when_the_other_has_ended()
    {
        await using var server = await StartAsync("Concurrent", "1");
        using var agent = await server.ClientAsync();
        using var slow = new HeldBody(Encoding.UTF8.GetBytes(Requests.Bulk(2)));
        using var waiting = await WaitingClientAsync(server);
        var first = waiting.PostContentAsync(Bulk, slow);
        await slow.Begun;
        ShouldBeRefused(await agent.ReadAsync("WhoAmI"), "0x80072326", "Number of concurrent requests exceeded the limit of 1.");
        slow.Release();
        (await first).Status.ShouldBe(HttpStatusCode.OK);
        await UntilAsync(() => agent.ReadAsync("WhoAmI"), HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_caller_that_has_kept_the_server_busy_too_long_is_refused()
    {
        await using var server = await StartAsync("Execution", "1");
        using var agent = await server.ClientAsync();
        using var slow = new HeldBody(Encoding.UTF8.GetBytes(Requests.Bulk(2)));
        var first = agent.PostContentAsync(Bulk, slow);
        await slow.Begun;
        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System);
        slow.Release();
        (await first).Status.ShouldBe(HttpStatusCode.OK);
        var refused = await UntilAsync(() => agent.ReadAsync("WhoAmI"), HttpStatusCode.TooManyRequests);
        ShouldBeRefused(refused, "0x80072321", "Combined execution time of incoming requests exceeded limit of 1,000 milliseconds over time window of 300 seconds.");
    }

    [Fact]
    public async Task A_batch_is_one_request()
    {
        await using var server = await StartAsync("Requests", "10");
        using var agent = await server.ClientAsync();
        var text = string.Concat(Enumerable.Repeat("--b\r\nContent-Type: application/http\r\n\r\nGET /api/data/v9.2/WhoAmI HTTP/1.1\r\n\r\n\r\n", 20)) + "--b--\r\n";
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=b");
        var answer = await agent.PostContentAsync("$batch", body);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Message.Headers.GetValues(Burst).ShouldBe(["9"]);
        answer.Body.Split("HTTP/1.1 200").Length.ShouldBe(21);
    }

    private static Task<RunningServer> StartAsync(string limit, string value) =>
        RunningServer.StartAsync(null, "--Herald:Protection:Enabled", "true", $"--Herald:Protection:{limit}", value);

    /// <summary>Sends its body when the server has begun to read it: by then the request is counted.</summary>
    private static async Task<HttpClient> WaitingClientAsync(RunningServer server)
    {
        var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(30) }) { BaseAddress = new Uri(server.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await server.TokenAsync("agent"));
        client.DefaultRequestHeaders.ExpectContinue = true;
        return client;
    }

    private static Answer ShouldBeRefused(Answer answer, string code, string message)
    {
        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Code.ShouldBe(code);
        answer.Text("error", "message").ShouldBe(message);
        answer.Message.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 300);
        return answer;
    }

    private static async Task<Answer> UntilAsync(Func<Task<Answer>> ask, HttpStatusCode status)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var answer = await ask();
            if (answer.Status == status)
                return answer;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, bound.Token);
        }
    }
}
