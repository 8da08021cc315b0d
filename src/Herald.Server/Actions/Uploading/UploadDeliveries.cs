using Herald.Core.Commands;
using Herald.Core.Engagements;
using Herald.Dispatch.Intake;
using Herald.Server.Actions.Answers;
using Herald.Server.Actions.Creating;
using Herald.Server.Errors;
using Herald.Store;
using Herald.Store.Intake;
using NodaTime.Extensions;

namespace Herald.Server.Actions.Uploading;

/// <summary><c>Herald_UploadDeliveries</c>, bound to an engagement: POST takes a CSV file and answers 202 with its batch row, GET gives a sample file.</summary>
internal sealed class UploadDeliveries(CreateParts parts) : IApiAction
{
    public const string Name = "Herald_UploadDeliveries";

    private const string Sample = """
        UniqueIdentifier,FirstName,LastName,MobilePhoneNumber,BusinessPhoneNumber,HomePhoneNumber,TimeZone,Priority,AccountId,AppointmentTime
        f47ac10b-58cc-4372-a567-0e02b2c3d479,John,Doe,+15550100,+15550101,+15550102,Pacific Standard Time,1,,10:00 AM
        C-1002,Jane,Smith,+15550200,,,(GMT-03:00) Brasilia,2,A-77,11:30 AM
        C-1003,Jim,Smith,+15550300,,,Europe/London,2,A-77,11:30 AM

        """;

    public async Task InvokeAsync(ApiCall call)
    {
        if (HttpMethods.IsGet(call.Request.Method))
        {
            await WriteSampleAsync(call);
            return;
        }

        if (await FindAsync(call) is not { } engagement)
        {
            await ErrorAnswer.WriteAsync(call.Http, StatusCodes.Status404NotFound, ErrorCodes.NoRow, "The engagement does not exist or is inactive.");
            return;
        }

        var now = parts.Time.GetCurrentInstant();
        if (await UploadParameter.ReadAsync(call, parts.Store, now) is not { } id)
            return;
        await using var body = await UploadBody.ReceiveAsync(call, parts.Options);
        await parts.Large.WaitAsync(call.Aborted);
        try
        {
            await KeepAsync(call, new UploadedFile(body.Open, engagement), new NewBatch(id, engagement.Id, now, null, 0, null));
        }
        finally
        {
            parts.Large.Release();
        }
    }

    private async Task KeepAsync(ApiCall call, UploadedFile file, NewBatch batch)
    {
        switch (await file.CheckAsync(read => ReportAsync(batch, read, failed: false)))
        {
            case Reading<UploadReport>.Refused refused:
                await parts.RefuseAsync(call, refused.Status, refused.Faults);
                break;
            case Reading<UploadReport>.Accepted { Value: { Unreadable: true } report }:
                await ReportAsync(batch, report, failed: true);
                await parts.RefuseAsync(call, StatusCodes.Status400BadRequest, [new Fault(FaultCode.WrongForm, "", report.Text ?? "")]);
                break;
            case Reading<UploadReport>.Accepted { Value: var report }:
                await parts.Engine.Intake.AcceptBatchAsync(Of(batch, report), file.Tasks(batch.Id, batch.At).ToAsyncEnumerable(), null, call.Aborted);
                parts.Telemetry.Accepted(call.Action);
                await AnswerAsync(call, batch, report);
                break;
        }
    }

    /// <summary>The row is a convenience: a lane that is full at this moment must not refuse the file.</summary>
    private async Task ReportAsync(NewBatch batch, UploadReport read, bool failed)
    {
        try
        {
            await parts.Store.Intake.ReportBatchAsync(Of(batch, read), failed, CancellationToken.None);
        }
        catch (StoreBusyException)
        {
        }
    }

    private NewBatch Of(NewBatch batch, UploadReport read) => batch with
    {
        Count = read.Tasks,
        Failures = read.Failures,
        ErrorMessage = read.Text,
        Lines = read.Lines,
        Unreadable = read.Unreadable,
        MovedAt = parts.Time.GetCurrentInstant(),
    };

    private async ValueTask<Engagement?> FindAsync(ApiCall call)
    {
        if (!Guid.TryParse(call.Request.RouteValues["engagement"] as string, out var id))
            return null;
        await parts.Engine.Settings.RefreshAsync(call.Aborted);
        return parts.Engine.Settings.FindEngagement(id) is { Active: true } engagement ? engagement : null;
    }

    private static async Task AnswerAsync(ApiCall call, NewBatch batch, UploadReport report)
    {
        const string set = "msdyn_proactive_delivery_batches";
        var body = JsonAnswer.Build(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context"u8, $"{call.Root}/$metadata#{set}/$entity");
            json.WriteString("msdyn_proactive_delivery_batchid"u8, batch.Id);
            json.WriteString("msdyn_batch_id"u8, batch.Id);
            json.WriteString("_msdyn_proactive_engagement_config_value"u8, batch.EngagementId);
            json.WriteNumber("msdyn_status"u8, report.Failures > 0 ? 192360003 : 192360002);
            json.WriteNumber("msdyn_total_lines_processed"u8, report.Lines);
            json.WriteNumber("msdyn_deliveries_created"u8, report.Tasks);
            json.WriteNumber("msdyn_delivery_creation_failures"u8, report.Failures);
            json.WriteString("msdyn_error_message"u8, report.Text);
            json.WriteEndObject();
        });
        call.Response.Headers["OData-EntityId"] = call.Response.Headers.Location = $"{call.Root}/{set}({batch.Id})";
        await JsonAnswer.WriteAsync(call.Response, body, StatusCodes.Status202Accepted);
    }

    private static Task WriteSampleAsync(ApiCall call)
    {
        call.Response.ContentType = "text/csv; charset=utf-8";
        call.Response.Headers.ContentDisposition = "attachment; filename=deliveries.csv";
        return call.Response.WriteAsync(Sample, call.Aborted);
    }
}
