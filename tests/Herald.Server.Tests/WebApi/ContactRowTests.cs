using System.Net;
using System.Text.Json;
using Herald.Server.Hosting;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.WebApi;

/// <summary>Every accepted record leaves its person's row.</summary>
public abstract class ContactRowTests(IServerFixture fixture)
{
    private readonly RunningServer server = fixture.Server;

    [Fact]
    public async Task It_is_there_after_the_answer_and_the_next_record_changes_it()
    {
        using var client = await server.ClientAsync();
        var person = Guid.NewGuid();
        (await AcceptAsync(client, person, "First", "+15550404")).Status.ShouldBe(HttpStatusCode.OK);
        var row = await RowAsync(client, person, "First");
        row.Text("lastname").ShouldBe("Person");
        row.Text("mobilephone").ShouldBe("+15550404");
        (await AcceptAsync(client, person, "Second", "+15550486")).Status.ShouldBe(HttpStatusCode.OK);
        (await RowAsync(client, person, "Second")).Text("mobilephone").ShouldBe("+15550486");
    }

    [Theory]
    [InlineData("CCaaS_CreateSimpleProactiveDelivery")]
    [InlineData("CCaaS_CreateProactiveBulkDelivery")]
    [InlineData("CCaaS_CreateProactiveBulkDeliveryV2")]
    [InlineData("CCaaS_CreateProactiveDeliveryBulkV2")]
    [InlineData("CCaaS_CreateProactiveVoiceDelivery")]
    [InlineData("Herald_UploadDeliveries")]
    public async Task It_follows_from_every_intake(string intake)
    {
        using var client = await server.ClientAsync();
        var person = Guid.NewGuid();
        var answer = intake switch
        {
            "CCaaS_CreateSimpleProactiveDelivery" => await client.PostAsync(intake, JsonSerializer.Serialize(new
            {
                ApiVersion = "1.0",
                ProactiveEngagementConfigId = DevelopmentDefaults.VoiceEngagement,
                UniqueIdentifier = person,
                FirstName = "Ann",
                LastName = "Person",
                MobilePhoneNumber = "+15550404",
            })),
            "CCaaS_CreateProactiveVoiceDelivery" => await client.PostAsync(intake, JsonSerializer.Serialize(new
            {
                ProactiveEngagementConfigId = DevelopmentDefaults.VoiceEngagement,
                DestinationPhoneNumber = "+15550404",
                ContactId = person,
            })),
            "Herald_UploadDeliveries" => await client.PostContentAsync(
                $"msdyn_proactive_engagement_configs({DevelopmentDefaults.VoiceEngagement})/Microsoft.Dynamics.CRM.Herald_UploadDeliveries",
                new StringContent($"UniqueIdentifier,firstname,MobilePhoneNumber\n{person},Ann,+15550404\n", System.Text.Encoding.UTF8, "text/csv")),
            _ => await client.PostAsync(intake, JsonSerializer.Serialize(new
            {
                ApiVersion = "1.0",
                ProactiveEngagementConfigId = DevelopmentDefaults.VoiceEngagement,
                ProactiveDeliveries = JsonSerializer.Serialize(new[] { new { uniqueIdentifier = person, firstName = "Ann", lastName = "Person", mobilePhoneNumber = "+15550404" } }),
            })),
        };
        ((int)answer.Status).ShouldBeInRange(200, 202, answer.Body);
        (await RowAsync(client, person, intake == "CCaaS_CreateProactiveVoiceDelivery" ? "" : "Ann")).Text("mobilephone").ShouldBe("+15550404");
    }

    private static Task<Answer> AcceptAsync(HttpClient client, Guid person, string name, string number) => client.PostAsync("CCaaS_CreateProactiveDelivery", JsonSerializer.Serialize(new
    {
        ApiVersion = "1.0",
        ProactiveEngagementConfigId = DevelopmentDefaults.VoiceEngagement,
        Contacts = new[] { new { uniqueIdentifier = person, firstName = name, lastName = "Person", mobilePhoneNumber = number } },
    }));

    /// <summary>Looks until it says so; the rows may be written a moment after the answer.</summary>
    private static async Task<Answer> RowAsync(HttpClient client, Guid person, string firstName)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var row = await client.ReadAsync($"contacts({person})?$select=firstname,lastname,mobilephone");
            if (row.Status == HttpStatusCode.OK && row.Text("firstname") == firstName)
                return row;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, bound.Token);
        }
    }
}
