using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Herald.Server.Hosting;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.WebApi;

[Collection<SqliteTests>]
public sealed class ChangeSetTests(SqliteServer fixture)
{
    private const string Parts = "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: ";

    private readonly RunningServer server = fixture.Server;

    /// <summary>An action uses the one writer itself: inside a change set's transaction it would wait for ever.</summary>
    [Fact]
    public async Task A_bound_action_beside_a_write_is_refused_and_does_not_stop_the_writer()
    {
        using var client = await server.ClientAsync("supervisor");
        var upload = $"msdyn_proactive_engagement_configs({DevelopmentDefaults.VoiceEngagement})/Microsoft.Dynamics.CRM.Herald_UploadDeliveries";
        var text = "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
            + $"--c\r\n{Parts}1\r\n\r\nPOST /api/data/v9.2/contacts HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{{\"lastname\":\"X\"}}\r\n"
            + $"--c\r\n{Parts}2\r\n\r\nPOST /api/data/v9.2/{upload} HTTP/1.1\r\nContent-Type: text/csv\r\n\r\nUniqueIdentifier,MobilePhoneNumber\n1,+15550404\n\r\n--c--\r\n\r\n--b--\r\n";
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=b");
        var answer = await client.PostContentAsync("$batch", body).WaitAsync(TimeSpan.FromSeconds(30));
        answer.Body.ShouldContain("not both");
        (await client.PostAsync("contacts", """{"lastname":"Y"}""")).Status.ShouldBe(HttpStatusCode.NoContent);
    }
}
