using System.Net;
using System.Text;
using Herald.Server.Hosting;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

/// <summary>Herald_UploadDeliveries.</summary>
public abstract class UploadTests(IServerFixture fixture)
{
    private static readonly string Path = $"msdyn_proactive_engagement_configs({DevelopmentDefaults.VoiceEngagement})/Microsoft.Dynamics.CRM.Herald_UploadDeliveries";

    private readonly RunningServer server = fixture.Server;

    [Fact]
    public async Task The_sample_file_can_be_uploaded_as_it_is()
    {
        using var client = await server.ClientAsync();
        var sample = await client.ReadAsync(Path);
        sample.Message.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var answer = await client.PostContentAsync(Path, Csv(sample.Body));
        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Body);
        answer.Json.GetProperty("msdyn_deliveries_created").GetInt32().ShouldBe(2);
        var row = await client.ReadAsync($"msdyn_proactive_delivery_batches({answer.Text("msdyn_batch_id")})");
        row.Json.GetProperty("msdyn_status").GetInt32().ShouldBe(192360002, row.Body);
        row.Json.GetProperty("msdyn_total_lines_processed").GetInt32().ShouldBe(3);
        row.Json.GetProperty("msdyn_deliveries_created").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_form_with_a_file_works_too()
    {
        using var client = await server.ClientAsync();
        using var form = new MultipartFormDataContent { { Csv("UniqueIdentifier,MobilePhoneNumber\n1,+15550100\n"), "file", "people.csv" } };
        var answer = await client.PostContentAsync(Path, form);
        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Body);
        answer.Json.GetProperty("msdyn_deliveries_created").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Good_lines_are_kept_and_faulty_ones_named()
    {
        using var client = await server.ClientAsync();
        var answer = await client.PostContentAsync(Path, Csv("UniqueIdentifier,MobilePhoneNumber\n1,+15550100\n2,nonsense\n\"3\n\",+15550101\n"));
        answer.Json.GetProperty("msdyn_deliveries_created").GetInt32().ShouldBe(2);
        answer.Json.GetProperty("msdyn_delivery_creation_failures").GetInt32().ShouldBe(1);
        answer.Text("msdyn_error_message").ShouldStartWith("Line 3: ");
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_400_and_its_row_says_failed()
    {
        using var client = await server.ClientAsync();
        var id = Guid.NewGuid();
        (await client.PostContentAsync($"{Path}?UploadId={id}", Csv($"UniqueIdentifier,MobilePhoneNumber\n1,+15550100\n2,\"{new string('x', 1_100_000)}\n"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var row = await client.ReadAsync($"msdyn_proactive_delivery_batches({id})");
        row.Json.GetProperty("msdyn_status").GetInt32().ShouldBe(192360004, row.Body);
        row.Json.GetProperty("msdyn_file_format_errors").GetInt32().ShouldBe(1);
        (await client.PostContentAsync($"{Path}?UploadId={id}", Csv("UniqueIdentifier,MobilePhoneNumber\n"))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Name\nA\n")]
    [InlineData("UniqueIdentifier,UniqueIdentifier,MobilePhoneNumber\n")]
    public async Task An_unusable_header_is_400(string file)
    {
        using var client = await server.ClientAsync();
        (await client.PostContentAsync(Path, Csv(file))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nUniqueIdentifier,MobilePhoneNumber\n1,+15550404\n")]
    [InlineData("--b\r\nContent-Disposition: \r\n\r\nx\r\n--b--\r\n")]
    [InlineData("--c--\r\n")]
    [InlineData("")]
    public async Task A_broken_form_is_400(string form)
    {
        using var client = await server.ClientAsync();
        using var body = new StringContent(form);
        body.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        (await client.PostContentAsync(Path, body)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_unknown_engagement_is_404()
    {
        using var client = await server.ClientAsync();
        var path = Path.Replace(DevelopmentDefaults.VoiceEngagement.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal);
        (await client.PostContentAsync(path, Csv("UniqueIdentifier,MobilePhoneNumber\n"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");
}
