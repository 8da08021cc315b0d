using System.Security.Cryptography;
using Herald.Core.Commands;
using Herald.Core.Commands.Bulk;
using Herald.Core.Deliveries;
using Herald.Dispatch.Intake;
using Herald.Server.Actions.Answers;
using Herald.Server.Actions.Bodies;
using Herald.Server.Actions.Repeats;
using Herald.Store.Intake;
using Microsoft.AspNetCore.Http.Features;
using NodaTime.Extensions;

namespace Herald.Server.Actions.Creating;

/// <summary>The bulk actions: body on disk, every record checked, then all tasks written or none.</summary>
internal sealed class CreateBulk(BulkVersion version, CreateParts parts) : IApiAction
{
    /// <summary>The answer lists task ids up to here.</summary>
    private const int MaxListed = 1_000;

    public async Task InvokeAsync(ApiCall call)
    {
        // A part of a batch has no limit of its own: the batch had one.
        if (call.Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = parts.Options.MaxBulkBytes;
        // One at a time: checking and writing hold the disk and the writer anyway.
        await using var body = await SpooledBody.ReceiveAsync(call.Request.Body, parts.Options.SpoolDirectory, call.Aborted);
        await parts.Large.WaitAsync(call.Aborted);
        try
        {
            await CreateAsync(call, body);
        }
        finally
        {
            parts.Large.Release();
        }
    }

    private async Task CreateAsync(ApiCall call, SpooledBody body)
    {
        var now = parts.Time.GetCurrentInstant();
        switch (CreateProactiveBulkDelivery.Read(body.Open(), version, parts.Engine.Settings.FindEngagement, now))
        {
            case Reading<BulkRequest>.Accepted accepted:
                await AcceptAsync(call, accepted.Value, body);
                break;
            case Reading<BulkRequest>.Refused refused:
                await parts.RefuseAsync(call, refused.Status, refused.Faults);
                break;
        }
    }

    private async Task AcceptAsync(ApiCall call, BulkRequest request, SpooledBody body)
    {
        // Few enough to be listed = few enough to be held.
        IReadOnlyList<DeliveryTask>? held = request.Count <= MaxListed ? [.. request.Tasks(body.Open())] : null;
        Guid[]? ids = held is null ? null : [.. held.Select(task => task.Id)];
        byte[] Answer() => ActionResponse.Batch(call, request.BatchId, request.Count, ids);

        var repeat = RepeatHeaders.Read(call, () => SHA256.HashData(body.Open()), request.AcceptedAt, (_, _) => Answer());
        if (repeat is Reading<RepeatRequest?>.Refused bad)
        {
            await parts.RefuseAsync(call, bad.Status, bad.Faults);
            return;
        }

        var batch = new NewBatch(request.BatchId, request.Engagement.Id, request.AcceptedAt, request.Count, Failures: 0, ErrorMessage: null);
        var tasks = (held ?? request.Tasks(body.Open())).ToAsyncEnumerable();
        var result = await parts.Engine.Intake.AcceptBatchAsync(batch, tasks, ((Reading<RepeatRequest?>.Accepted)repeat).Value, call.Aborted);
        await parts.AnswerAsync(call, result, _ => Answer());
    }
}
