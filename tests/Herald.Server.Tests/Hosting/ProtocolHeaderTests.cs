using System.Net;
using Herald.Server.Tests.Actions;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Hosting;

[Collection<SqliteTests>]
public sealed class ProtocolHeaderTests(SqliteServer fixture)
{
    private readonly RunningServer server = fixture.Server;

    [Theory]
    [InlineData("v9.0")]
    [InlineData("v9.1")]
    [InlineData("v9.2")]
    public async Task Every_version_answers_and_is_echoed(string version)
    {
        using var client = await server.ClientAsync();
        using var content = new StringContent(Requests.Voice());
        var answer = await Answer.OfAsync(await client.PostAsync($"/api/data/{version}/CCaaS_CreateProactiveDelivery", content));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Text("@odata.context").ShouldContain($"/api/data/{version}/$metadata#");
        answer.Message.Headers.GetValues("OData-Version").ShouldBe(["4.0"]);
        Guid.TryParse(answer.Message.Headers.GetValues("REQ_ID").Single(), out _).ShouldBeTrue();
        answer.Message.Headers.Contains("x-ms-service-request-id").ShouldBeTrue();
        answer.Message.Headers.Contains("Server").ShouldBeFalse();
    }

    [Theory]
    [InlineData("ccaas_createproactivedelivery", "0x8006088a")]
    [InlineData("CCaaS_CreateSomething", "0x8006088a")]
    public async Task An_unknown_name_is_404(string name, string code)
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostAsync(name, "{}");
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Code.ShouldBe(code);
        answer.Text("error", "message").ShouldBe($"Resource not found for the segment '{name}'.");
    }

    [Fact]
    public async Task The_wrong_verb_is_404_on_an_action_and_405_on_create_operation()
    {
        using var client = await server.ClientAsync();
        var action = await client.ReadAsync("CCaaS_CreateProactiveDelivery");
        action.Status.ShouldBe(HttpStatusCode.NotFound);
        action.Text("error", "code").ShouldBe("");
        (await client.ReadAsync("CCaaS_CreateOperation")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Health_says_what_runs()
    {
        var ready = await Answer.OfAsync(await server.Anonymous.GetAsync("/health/ready"));
        ready.Status.ShouldBe(HttpStatusCode.OK, ready.Body);
        ready.Json.GetProperty("simulated").GetBoolean().ShouldBeTrue();
        ready.Json.GetProperty("channels").GetArrayLength().ShouldBeGreaterThan(0);
        (await server.Anonymous.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
