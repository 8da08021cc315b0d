using System.Security.Cryptography;
using Herald.Core.Commands;
using Herald.Core.Deliveries;
using Herald.Dispatch.Intake;
using Herald.Server.Actions.Bodies;
using Herald.Server.Actions.Repeats;
using NodaTime;
using NodaTime.Extensions;

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
        var now = parts.Time.GetCurrentInstant();
        var repeat = RepeatHeaders.Read(call, () => SHA256.HashData(body.Span), now, (delivery, task) => answer(call, delivery, task));
        if (repeat is Reading<RepeatRequest?>.Refused bad)
        {
            await parts.RefuseAsync(call, bad.Status, bad.Faults);
            return;
        }

        switch (await ReadAsync(body, now, call.Aborted))
        {
            case Reading<DeliveryTask>.Accepted accepted:
                var result = await parts.Engine.Intake.AcceptAsync(accepted.Value, ((Reading<RepeatRequest?>.Accepted)repeat).Value, call.Aborted);
                await parts.AnswerAsync(call, result, made => answer(call, made.DeliveryId, made.Id));
                break;
            case Reading<DeliveryTask>.Refused refused:
                await parts.RefuseAsync(call, refused.Status, refused.Faults);
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
}
