using System.Collections.Concurrent;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Dispatch.Channels.Simulated;
using Herald.Store.Settings;
using Herald.Testing;
using NodaTime;

namespace Herald.Dispatch.Tests.Engine;

/// <summary>Random engagements, tasks, suspensions and cancellations on a fast clock. Whatever happens: every task ends, none has two attempts at once, none is attempted after its end or outside its windows.</summary>
public abstract class WholeLifeTests
{
    private static readonly string[] Endings = ["0100", "0101", "0404", "0408", "0480", "0486", "0503", "0603", "0900", "0911"];

    protected abstract Task<StoreUnderTest> OpenAsync(TimeProvider time);

    [Fact]
    public async Task Every_task_ends_and_no_two_attempts_of_one_are_alive_at_once()
    {
        var seed = Environment.GetEnvironmentVariable("HERALD_SEED") is { } given ? int.Parse(given, null) : Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"HERALD_SEED={seed}");
        var random = new Random(seed);
        var time = new ScaledTime(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero), 100);
        Engagement[] engagements = [Voice(random), Voice(random), Sms()];
        await using var rig = await EngineRig.StartAsync(await OpenAsync(time), time, Simulated(random), null, engagements);
        var alive = new Alive();
        rig.Channel.Made += alive.Began;
        rig.Store.Watch.Ended += alive.Over;
        foreach (var engagement in engagements)
            rig.Engine.Run(engagement.Id);

        var tasks = new ConcurrentDictionary<Guid, DeliveryTask>();
        for (var i = 0; i < 150; i++)
        {
            var task = await rig.AcceptAsync(TaskOf(random, engagements[random.Next(3)], rig.Now));
            tasks[task.Id] = task;
            rig.Engine.Run(task.EngagementId)!.Wake(rig.Now);
            if (random.Next(10) == 0)
                await rig.Engine.Operations.CancelTaskAsync(tasks.Keys.ElementAt(random.Next(tasks.Count)), default);
            if (random.Next(20) == 0)
                await rig.Engine.Operations.SuspendAsync(engagements[random.Next(3)].Id, SuspensionType.ApiAction, null, default);
            if (random.Next(10) == 0)
                await rig.Engine.Operations.ResumeAsync(engagements[random.Next(3)].Id, SuspensionType.ApiAction, null, default);
        }

        foreach (var engagement in engagements)
            await rig.Engine.Operations.ResumeAsync(engagement.Id, SuspensionType.ApiAction, null, default);
        await AllEndAsync(rig, tasks);

        alive.Faults.ShouldBeEmpty();
        foreach (var start in rig.Store.Watch.Started)
            tasks[start.TaskId].Windows.ShouldContain(window => window.Contains(start.At));
        rig.Store.Watch.Started.ShouldNotBeEmpty();
        (await rig.Store.Queue.OwnersAsync(default)).ShouldBeEmpty();
    }

    private static async Task AllEndAsync(EngineRig rig, ConcurrentDictionary<Guid, DeliveryTask> tasks)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        foreach (var id in tasks.Keys)
        {
            while ((await rig.Store.Tasks.ReadAsync(id, default))!.Status is DeliveryStatus.Pending or DeliveryStatus.InProcess)
                await rig.Store.Watch.NextAsync(TimeSpan.FromMilliseconds(500), deadline.Token);
            var view = (await rig.Store.Tasks.ReadAsync(id, default))!;
            view.Deliveries.ShouldAllBe(delivery => delivery.State == DeliveryState.Ended);
            view.History.ShouldAllBe(attempt => attempt.Result != null && attempt.Result != DeliveryResult.Unknown);
        }
    }

    private static Engagement Voice(Random random) => Make.Engagement(cap: random.Next(1, 12)) with
    {
        CallOrder = (CallOrder)random.Next(5),
        Priority = (EngagementPriority)random.Next(1, 4),
        Planner = new PlannerSettings
        {
            Retries = random.Next(3),
            DelayBetweenLoops = Duration.FromMinutes(random.Next(4)),
            DelayBetweenNumbers = Duration.FromMinutes(random.Next(2)),
            ReattemptOn = (ReattemptOn)random.Next(16),
        },
    };

    private static Engagement Sms() => Make.Engagement(Channel.Sms, Make.Sms with { Rate = 50 });

    private static SimulatedOptions Simulated(Random random) => new()
    {
        TimeScale = 1,
        Slots = random.Next(5, 30),
        EarlyReceipts = 0.3,
        DuplicateReceipts = 0.3,
        LateReceipts = 0.2,
        LateBy = TimeSpan.FromMinutes(5),
    };

    private static DeliveryTask TaskOf(Random random, Engagement engagement, Instant now)
    {
        var contacts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Make.Contact(
            Number(random), engagement.Channel == Channel.Voice && random.Next(2) == 0 ? Number(random) : null)).ToArray();
        var opens = Duration.FromSeconds(random.Next(-60, 600));
        return Make.Task(engagement, now, opens, opens + Duration.FromSeconds(random.Next(30, 1_200)), contacts);
    }

    private static string Number(Random random) => $"+1555{random.Next(100, 1_000)}{Endings[random.Next(Endings.Length)]}";

    /// <summary>Attempts between their hand-over and their end.</summary>
    private sealed class Alive
    {
        private readonly ConcurrentDictionary<Guid, Guid> running = new();
        private readonly ConcurrentDictionary<Guid, bool> over = new();

        public ConcurrentQueue<string> Faults { get; } = new();

        public void Began(Dispatch.Channels.AttemptOrder order)
        {
            if (!running.TryAdd(order.Task.Id, order.DeliveryId))
                Faults.Enqueue($"Task {order.Task.Id} has two attempts at once.");
            if (over.ContainsKey(order.Task.Id))
                Faults.Enqueue($"Task {order.Task.Id} was attempted after its end.");
        }

        public void Over(Herald.Store.Queue.FinishedDelivery end)
        {
            running.TryRemove(end.TaskId, out _);
            if (end.Next is Core.Planning.NextStep.End)
                over[end.TaskId] = true;
        }
    }
}
