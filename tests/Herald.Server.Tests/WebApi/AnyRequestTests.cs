using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsCheck;
using Herald.Server.Tests.Actions;
using Herald.Server.Tests.Identity;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.WebApi;

/// <summary>Whatever comes over the wire: never 500, nothing for strangers, and the next honest request is served as before.</summary>
public sealed class AnyRequestTests : IAsyncLifetime
{
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("HERALD_FUZZ_CASES"), out var cases) ? cases : 500;

    private RunningServer server = null!;

    public async ValueTask InitializeAsync() => server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("agent")]
    [InlineData("administrator")]
    public async Task Any_request_is_answered_below_500(string role)
    {
        using var client = await server.ClientAsync(role);
        await AnyRequest.All.SampleAsync(async request =>
        {
            var answer = await SentAsync(client, request);
            var failed = answer is not null && ((int)answer.Status >= 500 || answer.Body.Contains("HTTP/1.1 50", StringComparison.Ordinal));
            return failed ? throw new InvalidOperationException($"{answer!.Status} {answer.Body} for {request.Method} {request.Url}\n{request.Body}") : true;
        }, iter: Cases, threads: 1);
        using var agent = await server.ClientAsync();
        (await agent.ReadAsync("WhoAmI")).Status.ShouldBe(HttpStatusCode.OK);
        var made = await agent.PostAsync("CCaaS_CreateProactiveDelivery", Requests.Voice(windows: Requests.Tomorrow));
        made.Status.ShouldBe(role == "agent" ? HttpStatusCode.OK : made.Status, made.Body);
    }

    [Theory]
    [InlineData("tenant")]
    [InlineData("audience")]
    [InlineData("signature")]
    public async Task A_stranger_sees_no_row_whatever_the_request(string fault)
    {
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", new Forged(server.Services, server.Url).With(fault));
        await AnyRequest.All.SampleAsync(async request =>
        {
            if (await SentAsync(client, request) is not { } answer)
                return true;
            // 400 and the like: a target that HTTP itself refuses, before anybody is asked who he is.
            answer.Status.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
            answer.Body.ShouldBeEmpty();
            return true;
        }, iter: Cases / 2, threads: 1);
    }

    [Fact]
    public async Task Without_a_role_nothing_is_read_or_written_whatever_the_request()
    {
        using var client = await server.ClientAsync("nobody");
        await AnyRequest.All.SampleAsync(async request =>
        {
            if (await SentAsync(client, request) is { } answer)
            {
                answer.Status.ShouldNotBeOneOf(HttpStatusCode.Created, HttpStatusCode.Accepted, HttpStatusCode.NoContent);
                answer.Body.ShouldNotContain("@odata.etag");
                answer.Body.ShouldNotContain("DeliveryId\"");
            }

            return true;
        }, iter: Cases / 2, threads: 1);
    }

    /// <summary>Null where the client refuses to send such a thing, or the server hung up on it.</summary>
    private static async Task<Answer?> SentAsync(HttpClient client, AnyRequest request)
    {
        try
        {
            using var message = new HttpRequestMessage(new HttpMethod(request.Method), ApiClient.Root + request.Url);
            if (request.Method is not ("GET" or "HEAD"))
            {
                message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body));
                message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
            }

            foreach (var (name, value) in request.Headers)
            {
                if (!message.Headers.TryAddWithoutValidation(name, value))
                    message.Content?.Headers.TryAddWithoutValidation(name, value);
            }

            return await Answer.OfAsync(await client.SendAsync(message));
        }
        catch (Exception e) when (e is UriFormatException or FormatException or ArgumentException or HttpRequestException)
        {
            return null;
        }
    }
}
