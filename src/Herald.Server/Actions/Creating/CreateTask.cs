using Herald.Core.Commands;
using Herald.Core.Deliveries;
using Herald.Dispatch.Intake;
using Herald.Server.Actions.Answers;
using Herald.Server.Actions.Bodies;
using Herald.Server.Actions.Repeats;
using Herald.Server.Errors;
using Herald.Server.Hosting;
using NodaTime;

namespace Herald.Server.Actions.Creating;

/// <summary>An action that makes one task: body read once, checked whole, durable, answered.</summary>
internal sealed class CreateTask(ReadTask read, TaskAnswer answer, CreateParts parts) : IApiAction
{
    public async Task InvokeAsync(ApiCall call)
    {
        var large = LargeBodies.IsLarge(call.Request);
        if (large)
            await parts.Large.WaitAsync(call.Aborted);
        try
        {
            using var body = await RequestBody.ReadAsync(call.Request, call.Aborted);
            await CreateAsync(call, body.Bytes);
        }
        finally
        {
            if (large)
                parts.Large.Release();
        }
    }

    private async Task CreateAsync(ApiCall call, ReadOnlyMemory<byte> body)
    {
        var now = parts.Time.GetUtcNow();
        var repeat = RepeatHeaders.Read(call, body.Span, now, (delivery, task) => answer(call, delivery, task));
        if (repeat.Refusal is { } refusal)
        {
            await RefuseAsync(call, refusal.Status, [new Fault(refusal.Code, "", refusal.Message)]);
            return;
        }

        switch (await ReadAsync(body, Instant.FromDateTimeOffset(now), call.Aborted))
        {
            case Reading<DeliveryTask>.Accepted accepted:
                await AcceptAsync(call, accepted.Value, repeat.Request);
                break;
            case Reading<DeliveryTask>.Refused refused:
                await RefuseAsync(call, refused.Status, refused.Faults);
                break;
        }
    }

    private async ValueTask<Reading<DeliveryTask>> ReadAsync(ReadOnlyMemory<byte> body, Instant now, CancellationToken ct)
    {
        var reading = await read(body, parts.Engine.Settings.FindEngagement, now, ct);
        if (reading is not Reading<DeliveryTask>.Refused { Status: StatusCodes.Status404NotFound })
            return reading;
        // Another process may have written the engagement a moment ago.
        await parts.Engine.Settings.RefreshAsync(ct);
        return await read(body, parts.Engine.Settings.FindEngagement, now, ct);
    }

    private async Task AcceptAsync(ApiCall call, DeliveryTask task, RepeatRequest? repeat)
    {
        switch (await parts.Engine.Intake.AcceptAsync(task, repeat, call.Aborted))
        {
            case IntakeResult.Accepted accepted:
                parts.Telemetry.Accepted(call.Action, 1);
                if (repeat is not null)
                    call.Response.Headers[RepeatHeaders.Result] = RepeatHeaders.ResultAccepted;
                await JsonAnswer.WriteAsync(call.Response, accepted.Answer ?? answer(call, accepted.DeliveryId, accepted.Id));
                break;
            case IntakeResult.Repeated repeated:
                call.Response.Headers[RepeatHeaders.Result] = RepeatHeaders.ResultAccepted;
                await JsonAnswer.WriteAsync(call.Response, repeated.Answer);
                break;
            default:
                await RefuseAsync(call, StatusCodes.Status412PreconditionFailed, [new Fault(ErrorCodes.Precondition, "", $"The {RepeatHeaders.RequestId} came before with another body.")]);
                break;
        }
    }

    private Task RefuseAsync(ApiCall call, int status, IReadOnlyList<Fault> faults)
    {
        parts.Telemetry.Refused(call.Action, status);
        return ErrorAnswer.WriteAsync(call.Http, status, faults);
    }
}
