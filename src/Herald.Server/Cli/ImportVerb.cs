using System.CommandLine;
using System.Net.Http.Headers;
using Herald.Server.Actions.Uploading;

namespace Herald.Server.Cli;

/// <summary><c>herald import ENGAGEMENT FILE</c>: uploads a CSV file to the running server.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var engagement = new Argument<Guid>("engagement") { Description = "id of the engagement" };
        var file = new Argument<FileInfo>("file") { Description = "CSV file; the server gives a sample at the same address" };
        var (url, token) = (ServerClient.Url(), ServerClient.Token());
        var verb = new Command("import", "Uploads a CSV file of deliveries to an engagement") { engagement, file, url, token };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(engagement), parsed.GetValue(file)!, parsed.GetValue(url)!, parsed.GetValue(token), ct));
        return verb;
    }

    private static async Task<int> RunAsync(Guid engagement, FileInfo file, string url, string? token, CancellationToken ct)
    {
        try
        {
            await using var lines = file.OpenRead();
            using var http = await ServerClient.ConnectAsync(url, token, ct);
            using var content = new StreamContent(lines) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
            using var answer = await http.PostAsync(new Uri($"/api/data/v9.2/msdyn_proactive_engagement_configs({engagement})/Microsoft.Dynamics.CRM.{UploadDeliveries.Name}", UriKind.Relative), content, ct);
            await (answer.IsSuccessStatusCode ? Console.Out : Console.Error).WriteLineAsync(await answer.Content.ReadAsStringAsync(ct));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception away) when (away is HttpRequestException or IOException)
        {
            await Console.Error.WriteLineAsync($"Nothing was imported: {away.Message}");
            return 1;
        }
    }
}
