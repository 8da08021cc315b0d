using System.Threading.Channels;
using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Core.Planning;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Dispatching;
using Herald.Dispatch.Intake;
using Herald.Dispatch.Settings;
using Herald.Dispatch.Slots;
using Herald.Dispatch.Telemetry;
using Herald.Store;
using Herald.Store.Queue;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Attempts;

/// <summary>Makes what channels report durable, plans what follows, and gives the slots back afterwards. Nothing reported is ever dropped: while the store is away the slots stay taken.</summary>
internal sealed partial class AttemptBook(
    IHeraldStore store, SettingsCache settings, IEngagementWaker waker, DurableWriter durable, BotFailureWatch failures, HeraldMeter meter, Guid owner, Duration receiptTimeout, TimeProvider time, ILogger<AttemptBook> log)
{
    private const int MostAtOnce = 200;
    private const int Settlers = 3;

    // Bounded by the channels' slots: every report holds one until it is durable.
    private readonly Channel<Report> reports = System.Threading.Channels.Channel.CreateUnbounded<Report>();
    private readonly Channel<Attempt> connected = System.Threading.Channels.Channel.CreateUnbounded<Attempt>();
    private readonly FactReader facts = new(store);
    private Task running = Task.CompletedTask;
    private readonly InFlight open = new();
    private int unsettled;

    public OpenStarts Starts { get; } = new();

    /// <summary>Attempts handed over whose end is not durable.</summary>
    public int Open => open.Count;

    /// <summary>Everything reported so far is durable.</summary>
    public bool IsSettled => Volatile.Read(ref unsettled) == 0;

    public Attempt Begin(AttemptOrder order, IReadOnlyList<PastAttempt> before, ProfileSlots slots, TransportLoad load)
    {
        open.Add();
        return new Attempt(order, before, slots, load, this);
    }

    public void Post(Report report)
    {
        Interlocked.Increment(ref unsettled);
        if (!reports.Writer.TryWrite(report))
            Interlocked.Decrement(ref unsettled);
    }

    public void Connected(Attempt attempt) => connected.Writer.TryWrite(attempt);

    /// <summary>Ends a row that no process carries; completes when it is durable.</summary>
    public Task FinishRowAsync(QueueRow row, Guid? rowOwner, AttemptOutcome outcome)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(new Report.Row(row, rowOwner, outcome, done));
        return done.Task;
    }

    public void Start() => running = Task.WhenAll([.. Enumerable.Range(0, Settlers).Select(_ => Task.Run(SettleAllAsync)), Task.Run(ConnectAllAsync)]);

    /// <summary>Completes once no attempt is open.</summary>
    public Task NoneOpenAsync(CancellationToken ct) => open.NoneAsync(ct);

    /// <summary>Completes once every report taken so far is durable.</summary>
    public async Task SettledAsync()
    {
        while (Volatile.Read(ref unsettled) > 0)
            await Task.Yield();
    }

    /// <summary>Takes no more reports and completes when all earlier ones are durable (or the writer gave up).</summary>
    public async Task CompleteAsync()
    {
        reports.Writer.TryComplete();
        connected.Writer.TryComplete();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // Given up: what is not written stays a started row for rescue.
        }
    }

    private async Task SettleAllAsync()
    {
        var batch = new List<Report>(MostAtOnce);
        while (await reports.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostAtOnce && reports.Reader.TryRead(out var report))
                batch.Add(report);
            if (batch.Count == 0)
                continue;
            await SettleAsync(batch);
            Interlocked.Add(ref unsettled, -batch.Count);
            batch.Clear();
        }
    }

    private async Task SettleAsync(List<Report> batch)
    {
        try
        {
            await Task.WhenAll(batch.GroupBy(EngagementOf).Select(group => SettleAsync(group.Key, [.. group])));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Each group guards itself; what comes here is a defect, and the loop must live on.
            SettlingFailed(e);
        }
    }

    private async Task SettleAsync(Guid engagementId, List<Report> group)
    {
        try
        {
            using var span = HeraldMeter.Activities.StartActivity("herald.settle")?.SetTag("herald.engagement", engagementId).SetTag("herald.reports", group.Count);
            var now = time.GetCurrentInstant();
            var snapshot = settings.Current;
            var ends = group.Select(report => EndOf(report, snapshot, now)).OfType<PlannedEnd>().ToList();
            await PlanWithFactsAsync(snapshot, engagementId, ends, now);
            await Task.WhenAll(ends.Select(end => FinishAsync(end, snapshot, now)).Concat(group.Select(report => WriteAsync(report, now))));
            WakeFor(engagementId, ends, now);
            // Before the slots come back: none of them dials for an engagement that is to be suspended.
            if (ends.Exists(end => end is { Written: true, Outcome.Result: DeliveryResult.BotFailed }))
                await durable.UntilDoneAsync(ct => failures.LookAsync(snapshot.Engagements.GetValueOrDefault(engagementId), now, ct));
        }
        finally
        {
            GiveBack(engagementId, group);
        }
    }

    private PlannedEnd? EndOf(Report report, Store.Settings.SettingsSnapshot snapshot, Instant now)
    {
        var end = report switch
        {
            Report.Ended(var attempt, var outcome) => PlannedEnd.Of(attempt, owner, outcome),
            Report.Row row => PlannedEnd.Of(row),
            _ => null,
        };
        if (end is null)
            return null;
        end.Facts = FactReader.OfSettings(snapshot, end.Task.EngagementId, end.Task.Channel);
        end.Next = Planner.Next(end.Task, end.History, end.Facts, now);
        return end;
    }

    /// <summary>Most tasks end with the attempt whatever else is known; only those that go on are planned again on fetched facts.</summary>
    private async Task PlanWithFactsAsync(Store.Settings.SettingsSnapshot snapshot, Guid engagementId, List<PlannedEnd> ends, Instant now)
    {
        var going = ends.Where(end => end.Next is not NextStep.End).ToList();
        if (going.Count == 0)
            return;
        var known = FactReader.OfSettings(snapshot, engagementId, going[0].Task.Channel);
        var read = known;
        await durable.UntilDoneAsync(async ct => read = await facts.ReadAsync(known, [.. going.Select(end => end.Task)], now, ct));
        foreach (var end in going)
        {
            end.Facts = read;
            end.Next = Planner.Next(end.Task, end.History, read, now);
        }
    }

    private async Task FinishAsync(PlannedEnd end, Store.Settings.SettingsSnapshot snapshot, Instant now)
    {
        if (end.Attempt?.Connecting is { } connecting)
            await connecting.Task;
        var finished = OutcomePlan.Finish(end.DeliveryId, end.Task, end.Owner, end.Outcome, end.Next, snapshot, end.Facts, now);
        var written = false;
        await durable.UntilDoneAsync(async ct => written = await store.Queue.FinishAsync(finished, ct));
        if (written)
            meter.Ended(end.Task.Channel, end.Outcome.Result);
        else
            EndIgnored(end.DeliveryId);
        end.Written = written;
    }

    private Task WriteAsync(Report report, Instant now) => report switch
    {
        Report.Acknowledged(var attempt, var at, var ids) => durable.UntilDoneAsync(ct => store.Queue.SentAsync(
            new SentDelivery(attempt.Order.DeliveryId, owner, attempt.Slots.Channel.ReceiptsOf(attempt.Order.Profile), ids, at, at + receiptTimeout), ct)),
        Report.NothingLeft(var attempt, var reason, var after) => durable.UntilDoneAsync(ct => store.Queue.NotSentAsync(
            new UnsentDelivery(attempt.Order.DeliveryId, owner, now, now + after, reason), ct)),
        _ => Task.CompletedTask,
    };

    private void WakeFor(Guid engagementId, List<PlannedEnd> ends, Instant now)
    {
        foreach (var end in ends)
        {
            if (end.Next is NextStep.Attempt)
                waker.Wake(engagementId, now);
            else if (end.Next is NextStep.Wait wait)
                waker.Wake(engagementId, wait.Until);
            else if (end.Next is NextStep.End { Fallback: true } && end.Facts.Engagement.Planner.FallbackEngagementId is { } fallback)
                waker.Wake(fallback, now);
        }
    }

    private void GiveBack(Guid engagementId, List<Report> group)
    {
        foreach (var report in group)
        {
            if (report is Report.NothingLeft(_, _, var after))
                waker.Wake(engagementId, time.GetCurrentInstant() + after);
            (report as Report.Row)?.Durable.TrySetResult();
        }

        foreach (var slots in group.Select(AttemptOf).OfType<Attempt>().GroupBy(attempt => attempt.Slots))
        {
            var count = slots.Count();
            foreach (var attempt in slots)
                Starts.Remove(attempt.Order.DeliveryId);
            open.Remove(count);
            slots.Key.Ended(engagementId, count);
        }
    }

    private async Task ConnectAllAsync()
    {
        var batch = new List<Attempt>();
        while (await connected.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostAtOnce && connected.Reader.TryRead(out var attempt))
                batch.Add(attempt);
            await Task.WhenAll(batch.Select(ConnectAsync));
            batch.Clear();
        }
    }

    private async Task ConnectAsync(Attempt attempt)
    {
        try
        {
            var order = attempt.Order;
            Guid? contact = Guid.TryParse(order.Contact.UniqueIdentifier, out var id) ? id : null;
            var row = new ConnectedDelivery(
                order.DeliveryId, Guid.CreateVersion7(attempt.ConnectedAt.ToDateTimeOffset()), order.Number, order.Engagement.Workstream?.Id, order.Engagement.QueueId, contact, attempt.ConnectedAt);
            await durable.UntilDoneAsync(ct => store.Queue.ConnectedAsync(row, ct));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            SettlingFailed(e);
        }
        finally
        {
            attempt.Connecting!.TrySetResult();
        }
    }

    private static Guid EngagementOf(Report report) => report is Report.Row row ? row.Of.Task.EngagementId : AttemptOf(report)!.Order.Engagement.Id;

    private static Attempt? AttemptOf(Report report) => report switch
    {
        Report.Ended ended => ended.Attempt,
        Report.Acknowledged acknowledged => acknowledged.Attempt,
        Report.NothingLeft unsent => unsent.Attempt,
        _ => null,
    };
}
