using Herald.Dispatch;
using Herald.Server.Actions.Answers;
using Herald.Server.Errors;
using Herald.Server.Hosting;
using Herald.Server.Tables;
using Herald.Store;
using Herald.Store.Consents;
using NodaTime.Extensions;

namespace Herald.Server.Actions.Uploading;

/// <summary><c>Herald_UploadConsents</c>: POST takes a CSV file of numbers and answers 200 with its row when all of it is in force, GET gives a sample file.</summary>
internal sealed class UploadConsents(IHeraldStore store, DispatchEngine engine, HeraldOptions options, Telemetry telemetry, TimeProvider time) : IApiAction
{
    public const string Name = "Herald_UploadConsents";

    /// <summary>Lines a transaction; a line may be two consents. 1,000 hold the writer for 20 to 60 ms.</summary>
    private const int StepLines = 500;

    private const string Sample = """
        PhoneNumber,Channel,Consent
        +15557001,Voice,Opted Out
        +15557002,Text Message,Opted Out
        +15557003,,
        +15557004,Voice,Opted In

        """;

    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(50);

    /// <summary>As who may write the table.</summary>
    public IReadOnlyList<string> MayCall => Access.Administrators;

    public async Task InvokeAsync(ApiCall call)
    {
        if (HttpMethods.IsGet(call.Request.Method))
        {
            call.Response.ContentType = "text/csv; charset=utf-8";
            call.Response.Headers.ContentDisposition = "attachment; filename=consents.csv";
            await call.Response.WriteAsync(Sample, call.Aborted);
            return;
        }

        if (await UploadParameter.ReadAsync(call, store, time.GetCurrentInstant()) is not { } id)
            return;
        await using var body = await UploadBody.ReceiveAsync(call, options);
        var file = new ConsentFile(body.Open);
        if (file.Check() is { } refused)
        {
            telemetry.Refused(call.Action, refused.Status);
            await ErrorAnswer.WriteAsync(call.Http, refused.Status, refused.Faults);
            return;
        }

        var upload = await WriteAsync(file, new ConsentUpload(id, call.Caller.UserId, UploadProgress.InProgress, 0, 0, 0, null, time.GetCurrentInstant()));
        await AnswerAsync(call, upload);
    }

    /// <summary>Not cancellable: what was received takes effect, whether or not the sender still listens.</summary>
    private async Task<ConsentUpload> WriteAsync(ConsentFile file, ConsentUpload upload)
    {
        await StepAsync(upload, []);
        var faults = new LineFaults();
        foreach (var (lines, entries) in file.Steps(StepLines, faults))
        {
            upload = upload with { Lines = upload.Lines + lines, Failures = faults.Count, Error = faults.Text, Now = time.GetCurrentInstant() };
            upload = upload with { Written = upload.Written + await StepAsync(upload, entries) };
            engine.LookAround();
        }

        upload = upload with { Progress = faults.Count > 0 ? UploadProgress.CompletedWithErrors : UploadProgress.Completed, Now = time.GetCurrentInstant() };
        await StepAsync(upload, []);
        return upload;
    }

    // A full lane means that much else is to be written first: the file waits, its sender need not send it again.
    private async Task<int> StepAsync(ConsentUpload upload, IReadOnlyList<ConsentEntry> entries)
    {
        while (true)
        {
            try
            {
                return await store.Consents.WriteAsync(upload, entries, CancellationToken.None);
            }
            catch (StoreBusyException)
            {
                await Task.Delay(Busy, time);
            }
        }
    }

    private static async Task AnswerAsync(ApiCall call, ConsentUpload upload)
    {
        var body = JsonAnswer.Build(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context"u8, $"{call.Root}/$metadata#{ConsentUploadTable.Set}/$entity");
            json.WriteString("hrld_consentuploadid"u8, upload.Id);
            json.WriteString("hrld_name"u8, upload.Id);
            json.WriteNumber("hrld_status"u8, (int)upload.Progress);
            json.WriteNumber("hrld_total_lines_processed"u8, upload.Lines);
            json.WriteNumber("hrld_consents_written"u8, upload.Written);
            json.WriteNumber("hrld_failures"u8, upload.Failures);
            json.WriteString("hrld_error_message"u8, upload.Error);
            json.WriteEndObject();
        });
        call.Response.Headers["OData-EntityId"] = call.Response.Headers.Location = $"{call.Root}/{ConsentUploadTable.Set}({upload.Id})";
        await JsonAnswer.WriteAsync(call.Response, body);
    }
}
