using System.Text.Json;
using Herald.Server.Hosting;
using Herald.Server.Tests.Actions;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.WebApi;

/// <summary>The command-line program with the header habits of its users.</summary>
[Collection<SqliteTests>]
public sealed class CurlTests(SqliteServer fixture)
{
    private readonly RunningServer server = fixture.Server;

    private string Root => server.Url + ApiClient.Root;

    [Fact]
    public async Task A_body_in_a_file_with_the_usual_headers_is_accepted()
    {
        var answer = await RunAsync("-X", "POST", Root + "CCaaS_CreateProactiveDelivery", "-H", "Content-Type: application/json; charset=utf-8", "-H", "Prefer: return=representation", "-d", Requests.Voice(windows: Requests.Tomorrow));
        answer.Status.ShouldBe(200, answer.Body);
        Guid.TryParse(JsonDocument.Parse(answer.Body).RootElement.GetProperty("DeliveryId").GetString(), out _).ShouldBeTrue();
    }

    /// <summary><c>-d</c> alone declares a form.</summary>
    [Fact]
    public async Task A_body_declared_as_a_form_is_read_as_json_all_the_same()
    {
        var answer = await RunAsync(Root + "CCaaS_CreateProactiveDelivery", "-d", Requests.Voice(windows: Requests.Tomorrow));
        answer.Status.ShouldBe(200, answer.Body);
    }

    [Fact]
    public async Task A_long_body_may_wait_for_100_continue()
    {
        var answer = await RunAsync(Root + "CCaaS_CreateProactiveBulkDeliveryV2", "-H", "Content-Type: application/json", "-H", "Expect: 100-continue", "-d", Requests.Bulk(500, "+15550404"));
        answer.Status.ShouldBe(200, answer.Body);
    }

    [Theory]
    [InlineData("contacts?$select=fullname&$top=1", "")]
    [InlineData("msdyn_proactive_deliveries?$select=msdyn_status&$filter=msdyn_status%20eq%20'Pending'&$top=1", "Content-Type: application/json")]
    [InlineData("msdyn_proactive_deliveries?$filter=msdyn_status+eq+'Pending'&$top=1", "If-Match: *")]
    [InlineData("msdyn_proactive_deliveries?$filter=msdyn_to_address%20eq%20'%2B15550100'&$top=1", "If-None-Match: null")]
    [InlineData("contacts?$top=1", "Prefer: return=representation, odata.include-annotations=\"*\"")]
    [InlineData("contacts?$top=1", "Accept: application/json;odata.metadata=minimal")]
    [InlineData("contacts?$top=1", "OData-MaxVersion: 4.01")]
    [InlineData("WhoAmI", "Accept-Encoding: gzip, deflate, br")]
    [InlineData("RetrieveVersion()", "Connection: close")]
    [InlineData("$metadata", "Accept: application/xml")]
    public async Task A_read_is_served_whatever_harmless_header_comes_with_it(string path, string header)
    {
        var answer = await RunAsync(header.Length == 0 ? [Root + path] : ["-H", header, Root + path]);
        answer.Status.ShouldBe(200, answer.Body);
    }

    [Fact]
    public async Task An_older_protocol_is_served() => (await RunAsync("--http1.0", Root + "WhoAmI")).Status.ShouldBe(200);

    [Fact]
    public async Task A_file_is_uploaded_as_a_form()
    {
        var file = Path.Combine(server.Folder, "people.csv");
        await File.WriteAllTextAsync(file, "UniqueIdentifier,MobilePhoneNumber\n1,+15550404\n");
        var answer = await RunAsync("-F", $"file=@{file};type=text/csv", $"{Root}msdyn_proactive_engagement_configs({DevelopmentDefaults.VoiceEngagement})/Microsoft.Dynamics.CRM.Herald_UploadDeliveries");
        answer.Status.ShouldBe(202, answer.Body);
    }

    private async Task<(int Status, string Body)> RunAsync(params string[] args)
    {
        // -g: no globbing of brackets; the status stands behind the body.
        var output = await NodeClient.ProcessAsync("curl", ["-s", "-g", "-m", "30", "-w", "\n%{http_code}", "-H", $"Authorization: Bearer {await server.TokenAsync("supervisor")}", .. args], []);
        var end = output.LastIndexOf('\n');
        return (int.Parse(output[(end + 1)..], System.Globalization.CultureInfo.InvariantCulture), output[..end]);
    }
}
