using System.Net;
using System.Globalization;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

/// <summary>OASIS Repeatable Requests on the creating actions.</summary>
public abstract class RepeatableRequestTests(IServerFixture fixture)
{
    private const string Create = "CCaaS_CreateProactiveDelivery";

    private readonly RunningServer server = fixture.Server;
    private readonly string id = Guid.NewGuid().ToString();

    [Fact]
    public async Task The_same_request_again_gives_the_same_answer_and_one_delivery()
    {
        using var client = await server.ClientAsync();
        var body = Requests.Voice(windows: Requests.Tomorrow);
        var first = await client.PostAsync(Create, body, Headers(id));
        var again = await client.PostAsync(Create, body, Headers(id));
        first.Status.ShouldBe(HttpStatusCode.OK, first.Body);
        again.Body.ShouldBe(first.Body);
        again.Message.Headers.GetValues("Repeatability-Result").ShouldBe(["accepted"]);
        first.Message.Headers.GetValues("Repeatability-Result").ShouldBe(["accepted"]);
    }

    [Fact]
    public async Task Ten_at_once_make_one_delivery()
    {
        using var client = await server.ClientAsync();
        var body = Requests.Voice(windows: Requests.Tomorrow);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.PostAsync(Create, body, Headers(id))));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        answers.Select(answer => answer.Body).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Another_body_under_the_same_id_is_412()
    {
        using var client = await server.ClientAsync();
        await client.PostAsync(Create, Requests.Voice(windows: Requests.Tomorrow), Headers(id));
        (await client.PostAsync(Create, Requests.Voice(windows: Requests.Tomorrow), Headers(id))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task A_refused_request_may_be_mended_under_its_id()
    {
        using var client = await server.ClientAsync();
        (await client.PostAsync(Create, "{}", Headers(id))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PostAsync(Create, Requests.Voice(windows: Requests.Tomorrow), Headers(id))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_callers_may_use_one_id()
    {
        using var agent = await server.ClientAsync();
        using var supervisor = await server.ClientAsync("supervisor");
        var body = Requests.Voice(windows: Requests.Tomorrow);
        var first = await agent.PostAsync(Create, body, Headers(id));
        var second = await supervisor.PostAsync(Create, body, Headers(id));
        second.Status.ShouldBe(HttpStatusCode.OK);
        second.Body.ShouldNotBe(first.Body);
    }

    [Fact]
    public async Task One_header_alone_is_400_and_an_old_one_412()
    {
        using var client = await server.ClientAsync();
        var body = Requests.Voice(windows: Requests.Tomorrow);
        (await client.PostAsync(Create, body, ("Repeatability-Request-ID", id))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PostAsync(Create, body, Headers(id, TimeSpan.FromHours(-25)))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task A_bulk_request_is_repeatable_too()
    {
        using var client = await server.ClientAsync();
        var body = Requests.Bulk(3);
        var first = await client.PostAsync("CCaaS_CreateProactiveBulkDeliveryV2", body, Headers(id));
        var again = await client.PostAsync("CCaaS_CreateProactiveBulkDeliveryV2", body, Headers(id));
        first.Status.ShouldBe(HttpStatusCode.OK, first.Body);
        again.Body.ShouldBe(first.Body);
    }

    private static (string Name, string Value)[] Headers(string id, TimeSpan? from = null) =>
    [
        ("Repeatability-Request-ID", id),
        ("Repeatability-First-Sent", (TimeProvider.System.GetUtcNow() + (from ?? TimeSpan.Zero)).ToString("r", CultureInfo.InvariantCulture)),
    ];
}
