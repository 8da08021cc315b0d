using System.Net;
using System.Net.Http.Headers;
using Herald.Server.Tests.Actions;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Identity;

[Collection<SqliteTests>]
public sealed class WhoMayCallTests(SqliteServer fixture)
{
    private const string Create = "CCaaS_CreateProactiveDelivery";

    private readonly RunningServer server = fixture.Server;

    [Theory]
    [InlineData(null)]
    [InlineData("garbage")]
    [InlineData("a.b.c")]
    [InlineData("signature")]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("expired")]
    [InlineData("early")]
    [InlineData("tenant")]
    [InlineData("unsigned")]
    public async Task Without_a_good_token_it_is_401_without_body(string? fault)
    {
        using var client = With(fault is null ? null : new Forged(server.Services, server.Url).With(fault));
        foreach (var answer in new[] { await client.PostAsync(Create, "{}"), await client.ReadAsync("contacts"), await client.ReadAsync("CCaaS_GetDeliveryTasks()") })
        {
            answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
            answer.Body.ShouldBeEmpty();
            answer.Message.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer authorization_uri=");
            answer.Message.Headers.WwwAuthenticate.ToString().ShouldContain($"resource_id={server.Url}/");
        }
    }

    [Fact]
    public async Task A_new_caller_with_a_role_gets_a_row_at_the_first_request()
    {
        using var client = With(new Forged(server.Services, server.Url).Right());
        (await client.PostAsync(Create, Requests.Voice())).Status.ShouldBe(HttpStatusCode.OK);
        var me = (await client.ReadAsync("WhoAmI")).Text("UserId");
        (await client.ReadAsync($"systemusers({me})")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("agent", HttpStatusCode.OK)]
    [InlineData("supervisor", HttpStatusCode.OK)]
    [InlineData("administrator", HttpStatusCode.Forbidden)]
    [InlineData("nobody", HttpStatusCode.Forbidden)]
    public async Task Agents_and_supervisors_may_deliver(string role, HttpStatusCode status)
    {
        using var client = await server.ClientAsync(role);
        (await client.PostAsync(Create, Requests.Voice())).Status.ShouldBe(status);
        (await client.ReadAsync($"CCaaS_GetDeliveryTasks(DeliveryTaskId={Guid.NewGuid()})")).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("administrator", "0x80040220")]
    [InlineData("nobody", "0x80072560")]
    public async Task A_refusal_says_which_kind_it_is(string role, string code)
    {
        using var client = await server.ClientAsync(role);
        (await client.PostAsync(Create, Requests.Voice())).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("agent", HttpStatusCode.OK)]
    [InlineData("administrator", HttpStatusCode.OK)]
    [InlineData("nobody", HttpStatusCode.Forbidden)]
    public async Task Anybody_with_a_role_reads_tables(string role, HttpStatusCode status)
    {
        using var client = await server.ClientAsync(role);
        (await client.ReadAsync("msdyn_proactive_engagement_configs")).Status.ShouldBe(status);
    }

    private HttpClient With(string? token)
    {
        var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
