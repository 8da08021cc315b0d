using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Dispatch.Attempts;
using Herald.Dispatch.Dispatching;
using Herald.Dispatch.Settings;
using Herald.Dispatch.Telemetry;
using Herald.Store;
using Herald.Store.Intake;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Intake;

/// <summary>Takes accepted requests: first plan, ids, rank, one durable append, then a word to the engagement's driver.</summary>
public sealed class DeliveryIntake
{
    /// <summary>A row due later than this needs no wake: the driver reads its next moment again every second.</summary>
    private static readonly Duration Soon = Duration.FromSeconds(10);

    private readonly IHeraldStore store;
    private readonly SettingsCache settings;
    private readonly IEngagementWaker waker;
    private readonly HeraldMeter meter;
    private readonly TimeProvider time;
    private readonly RepeatsInFlight repeats = new();

    internal DeliveryIntake(IHeraldStore store, SettingsCache settings, IEngagementWaker waker, HeraldMeter meter, TimeProvider time) =>
        (this.store, this.settings, this.waker, this.meter, this.time) = (store, settings, waker, meter, time);

    /// <summary>Completes once the task is durable, or was found to be the repeat of an earlier request.</summary>
    /// <exception cref="StoreBusyException">The intake lane is full: 429.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was kept: 503.</exception>
    public ValueTask<IntakeResult> AcceptAsync(DeliveryTask task, RepeatRequest? repeat, CancellationToken ct) =>
        repeat is null ? AppendAsync(task, null, ct) : RepeatableAsync(repeat, () => AppendAsync(task, repeat, ct), ct);

    /// <summary>All tasks of a bulk request or a file, or none. Their BatchId must be the batch's id.</summary>
    /// <param name="repeat">Its Answer gets an empty id and the batch's id.</param>
    public ValueTask<IntakeResult> AcceptBatchAsync(NewBatch batch, IAsyncEnumerable<DeliveryTask> tasks, RepeatRequest? repeat, CancellationToken ct) =>
        repeat is null ? AppendBatchAsync(batch, tasks, null, ct) : RepeatableAsync(repeat, () => AppendBatchAsync(batch, tasks, repeat, ct), ct);

    private async ValueTask<IntakeResult> AppendAsync(DeliveryTask task, RepeatRequest? repeat, CancellationToken ct)
    {
        using var span = HeraldMeter.Activities.StartActivity("herald.accept")?.SetTag("herald.engagement", task.EngagementId).SetTag("herald.task", task.Id);
        var now = time.GetCurrentInstant();
        var deliveryId = Guid.CreateVersion7(now.ToDateTimeOffset());
        var key = KeyOf(repeat, deliveryId, task.Id);
        var planned = Plan(task, deliveryId, now, key);
        var answer = await store.Intake.AppendAsync(planned, ct);
        if (answer.Earlier is { } earlier)
            return ResultOf(earlier, repeat!);
        meter.Accepted(task.Channel, 1);
        Wake(task.EngagementId, DueOf(planned.Step, now), now);
        return new IntakeResult.Accepted(deliveryId, task.Id, key?.Answer);
    }

    private async ValueTask<IntakeResult> AppendBatchAsync(NewBatch batch, IAsyncEnumerable<DeliveryTask> tasks, RepeatRequest? repeat, CancellationToken ct)
    {
        var now = time.GetCurrentInstant();
        var key = KeyOf(repeat, Guid.Empty, batch.Id);
        Instant? due = null;
        var count = 0;
        await store.Intake.AppendBatchAsync(batch with { Repeat = key }, PlanAllAsync(), ct);
        meter.Accepted(settings.FindEngagement(batch.EngagementId)?.Channel ?? Channel.Voice, count);
        Wake(batch.EngagementId, due, now);
        return new IntakeResult.Accepted(Guid.Empty, batch.Id, key?.Answer);

        async IAsyncEnumerable<NewTask> PlanAllAsync()
        {
            await foreach (var task in tasks.WithCancellation(ct))
            {
                var planned = Plan(task, Guid.CreateVersion7(now.ToDateTimeOffset()), now, null);
                if (DueOf(planned.Step, now) is { } at && (due is null || at < due))
                    due = at;
                count++;
                yield return planned;
            }
        }
    }

    private NewTask Plan(DeliveryTask task, Guid deliveryId, Instant now, RepeatKey? repeat)
    {
        var facts = FactReader.OfSettings(settings.Current, task.EngagementId, task.Channel);
        var step = Planner.Next(task, [], facts, now);
        return new NewTask(task, deliveryId, step, OutcomePlan.RankOf(facts.Engagement, task, step, reattempt: false), OutcomePlan.RowOf(facts.Engagement), repeat);
    }

    private async ValueTask<IntakeResult> RepeatableAsync(RepeatRequest repeat, Func<ValueTask<IntakeResult>> append, CancellationToken ct)
    {
        using var turn = await repeats.EnterAsync(repeat.Key, ct);
        if (await store.Intake.FindRepeatAsync(repeat.Key, time.GetCurrentInstant(), ct) is { } earlier)
            return ResultOf(earlier, repeat);
        return await append();
    }

    private static IntakeResult ResultOf(KeptAnswer earlier, RepeatRequest repeat) =>
        earlier.BodyHash.AsSpan().SequenceEqual(repeat.BodyHash) ? new IntakeResult.Repeated(earlier.Answer) : new IntakeResult.OtherBody();

    private static RepeatKey? KeyOf(RepeatRequest? repeat, Guid deliveryId, Guid id) =>
        repeat is null ? null : new RepeatKey(repeat.Key, repeat.BodyHash, repeat.Answer(deliveryId, id));

    private static Instant? DueOf(NextStep step, Instant now) => step switch
    {
        NextStep.Attempt => now,
        NextStep.Wait wait => wait.Until,
        _ => null,
    };

    private void Wake(Guid engagementId, Instant? due, Instant now)
    {
        if (due is { } at && at <= now + Soon)
            waker.Wake(engagementId, at);
    }
}
