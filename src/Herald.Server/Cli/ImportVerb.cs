using System.CommandLine;
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
        verb.SetAction((parsed, ct) => FileUpload.RunAsync(
            parsed.GetValue(file)!,
            new UploadTarget($"msdyn_proactive_engagement_configs({parsed.GetValue(engagement)})/Microsoft.Dynamics.CRM.{UploadDeliveries.Name}", "msdyn_proactive_delivery_batches", "msdyn_total_lines_processed"),
            "agent",
            parsed.GetValue(url)!,
            parsed.GetValue(token),
            ct));
        return verb;
    }
}
