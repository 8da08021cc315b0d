using System.Net;
using Herald.Server.Cli.Demo;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

/// <summary>CCaaS_CreateProactiveDelivery, from the request to the ended delivery.</summary>
public abstract class CreateDeliveryTests(IServerFixture fixture)
{
    private const string Action = "CCaaS_CreateProactiveDelivery";

    private readonly RunningServer server = fixture.Server;

    [Theory]
    [InlineData("voice")]
    [InlineData("sms")]
    public async Task The_published_sample_word_for_word_is_accepted_and_ends_expired(string kind)
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostAsync(Action, kind == "voice" ? Samples.Voice : Samples.Sms);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Text("@odata.context").ShouldBe($"{server.Url}/api/data/v9.2/$metadata#Microsoft.Dynamics.CRM.{Action}Response");
        var row = await client.EndAsync(answer.Id("DeliveryId"));
        row.Text("msdyn_status").ShouldBe("Expired");
        row.Text("msdyn_result").ShouldBe("Expired");
        row.Text("hrld_reasoncode").ShouldBe("window");
        row.Text("msdyn_delivery_id").ShouldBe(answer.Text("DeliveryId"));
        row.Text("msdyn_tracking_id").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_call_now_is_answered_and_ends_complete()
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostAsync(Action, Requests.VoiceNow);
        var row = await client.EndAsync(answer.Id("DeliveryId"));
        row.Text("msdyn_status").ShouldBe("Complete");
        row.Text("msdyn_result").ShouldBe("LiveAnswer");
        row.Text("msdyn_to_address").ShouldBe("+15550100");
    }

    [Fact]
    public async Task A_message_now_is_delivered_and_ends_complete()
    {
        using var client = await server.ClientAsync("supervisor");
        var answer = await client.PostAsync(Action, Requests.SmsNow);
        var row = await client.EndAsync(answer.Id("DeliveryId"));
        row.Text("msdyn_status").ShouldBe("Complete");
        row.Text("msdyn_result").ShouldBe("Delivered");
    }

    [Fact]
    public async Task The_delivery_is_readable_as_soon_as_the_answer_is_there()
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostAsync(Action, Requests.Voice(windows: Requests.Tomorrow));
        var row = await client.ReadAsync($"msdyn_proactive_deliveries({answer.Id("DeliveryId")})");
        row.Text("msdyn_status").ShouldBe("Pending");
    }

    [Fact]
    public async Task Both_forms_of_json_parameters_are_taken()
    {
        using var client = await server.ClientAsync();
        (await client.PostAsync(Action, Requests.Voice())).Status.ShouldBe(HttpStatusCode.OK);
        (await client.PostAsync(Action, Requests.VoiceNow)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("", "0x80048d19")]
    [InlineData("[]", "0x80048d19")]
    [InlineData("{", "0x80048d19")]
    [InlineData("null", "0x80048d19")]
    [InlineData("{}", "0x80040203")]
    [InlineData("""{"ApiVersion":1}""", "0x80048d19")]
    [InlineData("""{"apiVersion":"1.0"}""", "0x80048d19")]
    public async Task An_unusable_body_is_400_with_the_products_code(string body, string code)
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostAsync(Action, body);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe(code, answer.Body);
        answer.Message.Content.Headers.ContentType!.ToString().ShouldBe("application/json; odata.metadata=minimal");
    }

    [Fact]
    public async Task All_faults_come_at_once()
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostAsync(Action, Requests.Voice("12").Replace("\"1.0\"", "\"3.0\"", StringComparison.Ordinal));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Targets.ShouldBe(["ApiVersion", "Contacts[0].mobilePhoneNumber"], ignoreOrder: true);
        answer.Text("error", "message").Split('\n').Length.ShouldBe(2);
    }

    [Fact]
    public async Task An_unknown_engagement_is_404()
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostAsync(Action, Requests.Voice().Replace("a1b2c3d4", "00000001", StringComparison.Ordinal));
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Code.ShouldBe("0x80040217");
    }

    [Fact]
    public async Task A_refused_request_changes_nothing()
    {
        using var client = await server.ClientAsync();
        var number = $"+1555{Random.Shared.Next(1_000_000, 9_999_999)}";
        await client.PostAsync(Action, Requests.Voice(number).Replace("\"1.0\"", "\"3.0\"", StringComparison.Ordinal));
        var rows = await client.ReadAsync($"msdyn_proactive_deliveries?$filter=msdyn_to_address eq '{Uri.EscapeDataString(number)}'");
        rows.Json.GetProperty("value").GetArrayLength().ShouldBe(0);
    }
}
