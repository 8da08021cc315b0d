using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Herald.Server.Hosting;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

/// <summary>Where tables and engine meet.</summary>
public abstract class TableRuleTests(IServerFixture fixture)
{
    private const string Create = "CCaaS_CreateProactiveDelivery";

    private readonly RunningServer server = fixture.Server;

    [Fact]
    public async Task Patching_a_delivery_to_cancelled_cancels_it()
    {
        using var client = await server.ClientAsync();
        var made = await client.PostAsync(Create, Requests.Voice(windows: Requests.Tomorrow));
        using var patch = Json("""{"msdyn_status":"Cancelled"}""");
        (await client.PatchAsync($"{ApiClient.Root}msdyn_proactive_deliveries({made.Id("DeliveryId")})", patch)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.EndAsync(made.Id("DeliveryId"))).Text("msdyn_status").ShouldBe("Cancelled");
    }

    [Fact]
    public async Task An_engagement_is_usable_the_moment_it_was_created()
    {
        using var administrator = await server.ClientAsync("administrator");
        using var agent = await server.ClientAsync();
        var id = await CopyOfVoiceAsync(administrator);
        var body = Requests.Voice().Replace(DevelopmentDefaults.VoiceEngagement.ToString(), id.ToString(), StringComparison.Ordinal);
        var made = await agent.PostAsync(Create, body);
        made.Status.ShouldBe(HttpStatusCode.OK, made.Body);
        (await agent.EndAsync(made.Id("DeliveryId"))).Text("msdyn_result").ShouldBe("LiveAnswer");
    }

    [Fact]
    public async Task Agents_do_not_write_engagements()
    {
        using var agent = await server.ClientAsync();
        using var body = Json("""{"msdyn_name":"Mine"}""");
        var answer = await Answer.OfAsync(await agent.PatchAsync($"{ApiClient.Root}msdyn_proactive_engagement_configs({DevelopmentDefaults.VoiceEngagement})", body));
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Code.ShouldBe("0x80040220");
    }

    [Fact]
    public async Task Actions_and_reads_work_inside_a_batch()
    {
        using var client = await server.ClientAsync();
        var request = Requests.Voice(windows: Requests.Tomorrow);
        var text = $"--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nPOST /api/data/v9.2/{Create} HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{request}\r\n"
            + "--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET /api/data/v9.2/WhoAmI HTTP/1.1\r\n\r\n\r\n--b--\r\n";
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=b");
        var answer = await client.PostContentAsync("$batch", body);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Body.ShouldContain("DeliveryTaskId");
        answer.Body.ShouldContain("OrganizationId");
    }

    private static async Task<Guid> CopyOfVoiceAsync(HttpClient administrator)
    {
        var voice = (await administrator.ReadAsync($"msdyn_proactive_engagement_configs({DevelopmentDefaults.VoiceEngagement})")).Json;
        var id = Guid.NewGuid();
        var body = new Dictionary<string, object?>
        {
            ["msdyn_proactive_engagement_configid"] = id,
            ["msdyn_name"] = "Made by a test",
            ["msdyn_type"] = 100000000,
            ["msdyn_dialmode_type"] = 100000000,
            ["msdyn_engagement_type"] = 100000100,
            ["msdyn_workstream@odata.bind"] = $"/msdyn_liveworkstreams({voice.GetProperty("_msdyn_workstream_value").GetGuid()})",
            ["msdyn_queue@odata.bind"] = $"/queues({voice.GetProperty("_msdyn_queue_value").GetGuid()})",
        };
        var made = await administrator.PostAsync("msdyn_proactive_engagement_configs", JsonSerializer.Serialize(body));
        made.Status.ShouldBe(HttpStatusCode.NoContent, made.Body);
        return id;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
