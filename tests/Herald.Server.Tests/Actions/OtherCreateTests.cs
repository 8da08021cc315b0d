using System.Net;
using System.Text.Json;
using Herald.Server.Hosting;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

/// <summary>The flattened, the bulk and the first-generation actions.</summary>
public abstract class OtherCreateTests(IServerFixture fixture)
{
    private static readonly Guid Voice = DevelopmentDefaults.VoiceEngagement;
    private static readonly Guid Sms = DevelopmentDefaults.SmsEngagement;

    private readonly RunningServer server = fixture.Server;

    [Fact]
    public async Task Simple()
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostAsync("CCaaS_CreateSimpleProactiveDelivery", Json(new
        {
            ApiVersion = "1.0", ProactiveEngagementConfigId = Voice, UniqueIdentifier = "7", FirstName = "A", LastName = "B", MobilePhoneNumber = "+15550486",
        }));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        (await client.EndAsync(answer.Id("DeliveryId"))).Text("msdyn_result").ShouldBe("Busy");
    }

    [Fact]
    public async Task First_generation_voice_by_number()
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostAsync("CCaaS_CreateProactiveVoiceDelivery", Json(new
        {
            ProactiveEngagementConfigId = Voice, DestinationPhoneNumber = "+15550603", InputAttributes = new { A = "1" },
        }));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Json.TryGetProperty("DeliveryTaskId", out _).ShouldBeFalse();
        (await client.EndAsync(answer.Id("DeliveryId"))).Text("msdyn_result").ShouldBe("NoAnswer");
    }

    [Fact]
    public async Task First_generation_voice_without_number_or_contact_row_is_refused()
    {
        using var client = await server.ClientAsync();
        (await client.PostAsync("CCaaS_CreateProactiveVoiceDelivery", Json(new { ProactiveEngagementConfigId = Voice }))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PostAsync("CCaaS_CreateProactiveVoiceDelivery", Json(new { ProactiveEngagementConfigId = Voice, ContactId = Guid.NewGuid() }))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task First_generation_sms()
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostAsync("CCaaS_CreateProactiveSMSDelivery", Json(new
        {
            ApiVersion = "1.0", ProactiveEngagementConfigId = Sms, DestinationPhoneNumber = "+15550001", Message = "Hello",
        }));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        (await client.EndAsync(answer.Id("DeliveryId"))).Text("msdyn_result").ShouldBe("NotDelivered");
    }

    [Theory]
    [InlineData("CCaaS_CreateProactiveBulkDelivery")]
    [InlineData("CCaaS_CreateProactiveBulkDeliveryV2")]
    [InlineData("CCaaS_CreateProactiveDeliveryBulkV2")]
    public async Task Bulk_makes_a_task_a_record_and_lists_them(string action)
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostAsync(action, Requests.Bulk(25));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Json.GetProperty("DeliveriesCreated").GetInt32().ShouldBe(25);
        answer.Json.GetProperty("DeliveryTaskIds").GetArrayLength().ShouldBe(25);
        var batch = answer.Text("BatchId");
        var rows = await client.ReadAsync($"msdyn_proactive_deliveries?$select=msdyn_batch_id&$filter=msdyn_batch_id eq '{batch}'");
        rows.Json.GetProperty("value").GetArrayLength().ShouldBe(25);
        (await client.ReadAsync($"msdyn_proactive_delivery_batches({batch})")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_large_bulk_lists_no_tasks()
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostAsync("CCaaS_CreateProactiveBulkDeliveryV2", Requests.Bulk(1_001, "+15550404"));
        answer.Json.GetProperty("DeliveriesCreated").GetInt32().ShouldBe(1_001);
        answer.Json.TryGetProperty("DeliveryTaskIds", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task One_bad_record_refuses_the_whole_batch_and_is_named()
    {
        using var client = await server.ClientAsync();
        var number = $"+1555{Random.Shared.Next(1_000_000, 9_999_999)}";
        var body = Requests.Bulk(5, number).Replace("\"r3\"", "\"\"", StringComparison.Ordinal);
        var answer = await client.PostAsync("CCaaS_CreateProactiveBulkDeliveryV2", body);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Targets.ShouldBe(["ProactiveDeliveries[3].uniqueIdentifier"]);
        var rows = await client.ReadAsync($"msdyn_proactive_deliveries?$filter=msdyn_to_address eq '{Uri.EscapeDataString(number)}'");
        rows.Json.GetProperty("value").GetArrayLength().ShouldBe(0);
    }

    private static string Json(object value) => JsonSerializer.Serialize(value);
}
