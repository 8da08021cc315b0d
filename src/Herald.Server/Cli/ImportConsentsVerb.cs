using System.CommandLine;
using Herald.Server.Actions.Uploading;
using Herald.Server.Tables;

namespace Herald.Server.Cli;

/// <summary><c>herald import-consents FILE</c>: uploads a list of opt-outs and opt-ins to the running server.</summary>
internal static class ImportConsentsVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV file with PhoneNumber, Channel and Consent; the server gives a sample at the same address" };
        var (url, token) = (ServerClient.Url(), ServerClient.Token());
        var verb = new Command("import-consents", "Uploads a CSV file of opt-outs and opt-ins") { file, url, token };
        verb.SetAction((parsed, ct) => FileUpload.RunAsync(
            parsed.GetValue(file)!, new UploadTarget(UploadConsents.Name, ConsentUploadTable.Set, "hrld_total_lines_processed"), "administrator", parsed.GetValue(url)!, parsed.GetValue(token), ct));
        return verb;
    }
}
