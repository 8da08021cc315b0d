using System.Net;
using System.Text.Json;
using Herald.Server.Hosting;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

/// <summary>Suspend, resume, cancel, and looking at a task.</summary>
public abstract class OperationTests(IServerFixture fixture)
{
    private const string Create = "CCaaS_CreateProactiveDelivery";
    private const string Operate = "CCaaS_CreateOperation";

    private readonly RunningServer server = fixture.Server;

    [Fact]
    public async Task Cancelling_a_task_ends_what_it_waits_for()
    {
        using var client = await server.ClientAsync();
        var made = await client.PostAsync(Create, Requests.Voice(windows: Requests.Tomorrow));
        var cancel = Json(new { ApiVersion = "1.0", DeliveryTaskId = made.Text("DeliveryTaskId") });
        (await client.PostAsync("CCaaS_CancelDeliveryTask", cancel)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await client.PostAsync("CCaaS_CancelDeliveryTask", cancel)).Status.ShouldBe(HttpStatusCode.NoContent);
        var row = await client.EndAsync(made.Id("DeliveryId"));
        row.Text("msdyn_status").ShouldBe("Cancelled");
        row.Text("msdyn_result").ShouldBe("Cancelled");
        row.Text("hrld_reasoncode").ShouldBe("request");
    }

    [Fact]
    public async Task Cancelling_an_unknown_task_is_404()
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostAsync("CCaaS_CancelDeliveryTask", Json(new { ApiVersion = "1.0", DeliveryTaskId = Guid.NewGuid() }));
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Code.ShouldBe("0x80040217");
    }

    [Fact]
    public async Task An_operation_cancels_the_delivery_of_that_id()
    {
        using var client = await server.ClientAsync();
        var made = await client.PostAsync(Create, Requests.Voice(windows: Requests.Tomorrow));
        var answer = await client.PostAsync(Operate, Json(new { ApiVersion = "1.0", Operation = "cancel", DeliveryId = made.Text("DeliveryId") }));
        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Body);
        answer.Body.ShouldBeEmpty();
        (await client.EndAsync(made.Id("DeliveryId"))).Text("msdyn_status").ShouldBe("Cancelled");
    }

    [Theory]
    [InlineData("""{"ApiVersion":"1.0","Operation":"Cancel","DeliveryId":"11111111-2222-3333-4444-555555555555"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"ApiVersion":"1.0","Operation":"Suspend","ProactiveEngagementConfigId":"11111111-2222-3333-4444-555555555555"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"ApiVersion":"1.0","Operation":"Suspend"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"ApiVersion":"1.0","Operation":"Explode"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"Operation":"Resume","ProactiveEngagementConfigId":"a1b2c3d4-e5f6-7890-abcd-ef1234567890"}""", HttpStatusCode.BadRequest)]
    public async Task A_wrong_operation_is_refused(string body, HttpStatusCode status)
    {
        using var client = await server.ClientAsync();
        (await client.PostAsync(Operate, body)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task While_suspended_nothing_starts_and_after_resuming_it_goes_on()
    {
        // The SMS engagement: the voice one is busy with the other tests.
        using var client = await server.ClientAsync("supervisor");
        (await client.PostAsync(Operate, Operation("Suspend"))).Status.ShouldBe(HttpStatusCode.Accepted);
        var made = await client.PostAsync(Create, Requests.SmsNow);
        var status = await client.ReadAsync("msdyn_proactive_engagement_config_statuses");
        status.Body.ShouldContain(DevelopmentDefaults.SmsEngagement.ToString());
        (await client.ReadAsync($"msdyn_proactive_deliveries({made.Id("DeliveryId")})")).Text("msdyn_status").ShouldBe("Pending");
        (await client.PostAsync(Operate, Operation("Resume"))).Status.ShouldBe(HttpStatusCode.Accepted);
        (await client.EndAsync(made.Id("DeliveryId"))).Text("msdyn_status").ShouldBe("Complete");
    }

    [Fact]
    public async Task A_task_is_shown_with_its_deliveries()
    {
        using var client = await server.ClientAsync();
        var made = await client.PostAsync(Create, Requests.VoiceNow);
        await client.EndAsync(made.Id("DeliveryId"));
        var answer = await client.ReadAsync($"CCaaS_GetDeliveryTasks(DeliveryTaskId={made.Id("DeliveryTaskId")})");
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Text("@odata.context").ShouldEndWith("/api/data/v9.2/$metadata#expando");
        var task = answer.Json.GetProperty("value")[0];
        task.GetProperty("deliveryTaskId").GetGuid().ShouldBe(made.Id("DeliveryTaskId"));
        task.GetProperty("status").GetString().ShouldBe("Complete");
        task.GetProperty("customerReached").GetBoolean().ShouldBeTrue();
        task.GetProperty("channelType").GetString().ShouldBe("Voice");
        task.GetProperty("contactIds")[0].GetString().ShouldBe("f47ac10b-58cc-4372-a567-0e02b2c3d479");
        task.GetProperty("contactChainingStatus").GetProperty("totalPhonesInChain").GetInt32().ShouldBe(3);
        task.GetProperty("contactChainingStatus").GetProperty("currentPhoneNumberTypeIdAttempted").GetString().ShouldBe("MobilePhoneNumber");
        var delivery = task.GetProperty("deliveries")[0];
        delivery.GetProperty("id").GetGuid().ShouldBe(made.Id("DeliveryId"));
        delivery.GetProperty("result").GetString().ShouldBe("LiveAnswer");
    }

    [Fact]
    public async Task A_task_that_waits_or_has_ended_is_explained_by_its_id_and_by_its_delivery_s()
    {
        using var client = await server.ClientAsync();
        var waiting = await client.PostAsync(Create, Requests.Voice(windows: Requests.Tomorrow));
        var answer = await client.ReadAsync($"Herald_ExplainDeliveryTask(DeliveryTaskId={waiting.Id("DeliveryId")})");
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Id("deliveryTaskId").ShouldBe(waiting.Id("DeliveryTaskId"));
        (answer.Text("decision"), answer.Text("reason"), answer.Text("changesAt")).ShouldBe(("Wait", "window", answer.Text("until")));
        var rules = answer.Json.GetProperty("candidates")[0].GetProperty("rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("rule").GetString()!, rule => rule.GetProperty("verdict").GetString());
        rules.Keys.ShouldBe(["configuration", "policy", "opted_out", "window", "delay", "queue_hours", "quiet_hours", "limit", "preset", "preset_limit"]);
        rules["window"].ShouldBe("NotBefore");
        rules["opted_out"].ShouldBe("Ok");

        await client.PostAsync("CCaaS_CancelDeliveryTask", $$"""{"ApiVersion":"1.0","DeliveryTaskId":"{{waiting.Id("DeliveryTaskId")}}"}""");
        var ended = await client.ReadAsync($"Herald_ExplainDeliveryTask(DeliveryTaskId={waiting.Id("DeliveryTaskId")})");
        (ended.Text("status"), ended.Text("decision"), ended.Text("reason"), ended.Text("sentence")).ShouldBe(("Cancelled", "End", "request", "Cancelled on request."));
        ended.Json.GetProperty("deliveries")[0].GetProperty("result").GetString().ShouldBe("Cancelled");
        ended.Text("evaluatedAt").ShouldBe(ended.Json.GetProperty("deliveries")[0].GetProperty("endedAt").GetString());
    }

    [Fact]
    public async Task The_text_of_a_message_is_shown_and_nothing_is_kept()
    {
        using var client = await server.ClientAsync();
        using var administrator = await server.ClientAsync("administrator");
        var template = Guid.NewGuid();
        var planner = Guid.NewGuid();
        (await administrator.PostAsync("msdyn_proactive_engagement_message_templates", $$"""{"msdyn_proactive_engagement_message_templateid":"{{template}}","msdyn_name":"t","msdyn_proactive_engagement_message_template_content":"Hello \u007b\u007bFirstName\u007d\u007d, \u007b\u007bPhoneNumber\u007d\u007d at \u007b\u007bTime\u007d\u007d\u007b\u007bNothing\u007d\u007d."}""")).Status.ShouldBe(HttpStatusCode.NoContent);
        var made = await administrator.PostAsync("msdyn_proactive_engagement_planner_configs", $$"""{"msdyn_proactive_engagement_planner_configid":"{{planner}}","msdyn_name":"p","msdyn_proactive_engagement_config_id@odata.bind":"/msdyn_proactive_engagement_configs({{DevelopmentDefaults.SmsEngagement}})","msdyn_proactive_engagement_message_templateid@odata.bind":"/msdyn_proactive_engagement_message_templates({{template}})"}""");
        made.Status.ShouldBe(HttpStatusCode.NoContent, made.Body);
        try
        {
            var body = $$$"""{"ApiVersion":"1.0","ProactiveEngagementConfigId":"{{{DevelopmentDefaults.SmsEngagement}}}","Contacts":[{"uniqueIdentifier":"x","firstName":"Ada","lastName":"B","mobilePhoneNumber":"+15550100","inputAttributes":{"Time":"10:00"}}]}""";
            var answer = await client.PostAsync("Herald_PreviewMessages", body);
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
            answer.Json.GetProperty("Messages")[0].GetString().ShouldBe("Hello Ada, +15550100 at 10:00.");
            answer.Json.GetProperty("Tokens").EnumerateArray().Select(token => token.GetString()).ShouldBe(["FirstName", "PhoneNumber", "Time", "Nothing"]);
            (await client.PostAsync("Herald_PreviewMessages", Requests.Voice())).Status.ShouldBe(HttpStatusCode.BadRequest);
            (await client.PostAsync("Herald_PreviewMessages", "{}")).Status.ShouldBe(HttpStatusCode.BadRequest);
        }
        finally
        {
            await administrator.DeleteAsync($"{ApiClient.Root}msdyn_proactive_engagement_planner_configs({planner})");
        }
    }

    [Fact]
    public async Task A_contact_without_a_row_is_shown_by_its_identifier()
    {
        using var client = await server.ClientAsync();
        var made = await client.PostAsync(Create, Requests.VoiceNow.Replace("f47ac10b-58cc-4372-a567-0e02b2c3d479", "no-guid", StringComparison.Ordinal));
        var task = (await client.ReadAsync($"CCaaS_GetDeliveryTasks(DeliveryTaskId={made.Id("DeliveryTaskId")})")).Json.GetProperty("value")[0];
        task.GetProperty("contactIds")[0].GetString().ShouldBe("no-guid");
    }

    [Theory]
    [InlineData("(DeliveryTaskId={0})")]
    [InlineData("(DeliveryTaskId='{0}')")]
    [InlineData("(DeliveryTaskId=@p)?@p={0}")]
    [InlineData("(DeliveryTaskId=@p)?@p='{0}'")]
    public async Task Its_parameter_is_taken_in_every_spelling(string arguments)
    {
        using var client = await server.ClientAsync();
        var made = await client.PostAsync(Create, Requests.Voice(windows: Requests.Tomorrow));
        var answer = await client.ReadAsync("CCaaS_GetDeliveryTasks" + string.Format(System.Globalization.CultureInfo.InvariantCulture, arguments, made.Id("DeliveryTaskId")));
        answer.Json.GetProperty("value").GetArrayLength().ShouldBe(1, answer.Body);
    }

    [Fact]
    public async Task An_unknown_task_is_an_empty_list()
    {
        using var client = await server.ClientAsync();
        (await client.ReadAsync($"CCaaS_GetDeliveryTasks(DeliveryTaskId={Guid.NewGuid()})")).Json.GetProperty("value").GetArrayLength().ShouldBe(0);
        (await client.ReadAsync("CCaaS_GetDeliveryTasks(DeliveryTaskId=7)")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await client.ReadAsync("CCaaS_GetDeliveryTasks()")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static string Operation(string name) => Json(new { ApiVersion = "1.0", Operation = name, ProactiveEngagementConfigId = DevelopmentDefaults.SmsEngagement });

    private static string Json(object value) => JsonSerializer.Serialize(value);
}
