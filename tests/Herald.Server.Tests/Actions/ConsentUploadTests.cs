using System.Net;
using System.Text;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

/// <summary>Herald_UploadConsents.</summary>
public abstract class ConsentUploadTests(IServerFixture fixture)
{
    private const string Path = "Herald_UploadConsents";

    private readonly RunningServer server = fixture.Server;

    [Fact]
    public async Task The_sample_file_can_be_uploaded_as_it_is()
    {
        using var client = await server.ClientAsync("administrator");
        var sample = await client.ReadAsync(Path);
        sample.Message.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var answer = await client.PostContentAsync(Path, Csv(sample.Body));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Json.GetProperty("hrld_total_lines_processed").GetInt32().ShouldBe(4);
        answer.Json.GetProperty("hrld_failures").GetInt32().ShouldBe(0);
        var row = await client.ReadAsync($"hrld_consentuploads({answer.Id("hrld_consentuploadid")})");
        row.Json.GetProperty("hrld_status").GetInt32().ShouldBe(192360002, row.Body);
        row.Json.GetProperty("hrld_consents_written").GetInt32().ShouldBe(answer.Json.GetProperty("hrld_consents_written").GetInt32());
    }

    [Fact]
    public async Task An_opt_out_ends_what_is_queued_for_the_number()
    {
        using var agent = await server.ClientAsync();
        using var administrator = await server.ClientAsync("administrator");
        var number = Number();
        var made = await agent.PostAsync("CCaaS_CreateProactiveDelivery", Requests.Voice(number, Requests.Tomorrow));
        (await administrator.PostContentAsync(Path, Csv($"PhoneNumber,Channel\n{number},Voice\n"))).Status.ShouldBe(HttpStatusCode.OK);
        var ended = await agent.EndAsync(made.Id("DeliveryId"));
        ended.Text("msdyn_status").ShouldBe("Cancelled");
        ended.Text("hrld_reasoncode").ShouldBe("opted_out");
    }

    [Fact]
    public async Task A_consent_row_that_is_written_ends_what_is_queued_as_well()
    {
        using var agent = await server.ClientAsync();
        using var administrator = await server.ClientAsync("administrator");
        var number = Number();
        var made = await agent.PostAsync("CCaaS_CreateProactiveDelivery", Requests.Voice(number, Requests.Tomorrow));
        var row = await administrator.PostAsync("msdynmkt_contactpointconsent4s", $$"""{"msdynmkt_contactpointvalue":"{{number}}","msdynmkt_contactpointtype":534120003,"msdynmkt_value":534120002}""");
        row.Status.ShouldBe(HttpStatusCode.NoContent, row.Body);
        (await agent.EndAsync(made.Id("DeliveryId"))).Text("hrld_reasoncode").ShouldBe("opted_out");
    }

    [Fact]
    public async Task Good_lines_are_in_force_and_faulty_ones_named()
    {
        using var client = await server.ClientAsync("administrator");
        var id = Guid.NewGuid();
        var answer = await client.PostContentAsync($"{Path}?UploadId={id}", Csv($"PhoneNumber\n{Number()}\nnonsense\n"));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Id("hrld_consentuploadid").ShouldBe(id);
        answer.Json.GetProperty("hrld_status").GetInt32().ShouldBe(192360003);
        answer.Json.GetProperty("hrld_consents_written").GetInt32().ShouldBe(2);
        answer.Text("hrld_error_message").ShouldStartWith("Line 3: PhoneNumber");
        (await client.PostContentAsync($"{Path}?UploadId={id}", Csv("PhoneNumber\n"))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Name\nA\n")]
    public async Task A_file_that_is_no_list_of_consents_is_400(string file)
    {
        using var client = await server.ClientAsync("administrator");
        (await client.PostContentAsync(Path, Csv(file))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_file_that_is_no_CSV_somewhere_is_400_and_nothing_of_it_is_in_force()
    {
        using var client = await server.ClientAsync("administrator");
        var number = Number();
        (await client.PostContentAsync(Path, Csv($"PhoneNumber\n{number}\n\"{new string('x', 1_100_000)}\n"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await client.ReadAsync($"msdynmkt_contactpointconsent4s?$filter=msdynmkt_contactpointvalue eq '{Uri.EscapeDataString(number)}'")).Json.GetProperty("value").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Agents_do_not_write_consents()
    {
        using var client = await server.ClientAsync();
        (await client.PostContentAsync(Path, Csv("PhoneNumber\n"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Number() => $"+1206{Random.Shared.Next(2_000_000, 9_000_000)}";

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");
}
