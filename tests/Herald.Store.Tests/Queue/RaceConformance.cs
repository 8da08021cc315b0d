using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Store.Intake;
using Herald.Store.Queue;
using Herald.Store.Settings;

namespace Herald.Store.Tests.Queue;

/// <summary>Two drivers at once: two processes on PostgreSQL, two callers of the one writer on SQLite.</summary>
public abstract class RaceConformance(StoreEngine engine) : StoreConformance(engine)
{
    private static readonly Guid Other = Guid.Parse("0193a000-0000-7000-8000-000000000002");

    [Fact]
    public async Task Drivers_that_race_start_each_delivery_once()
    {
        await using var second = await SecondAsync();
        var tasks = await AppendAsync(120);
        var started = await Task.WhenAll(Drive(Store, Owner), Drive(second.Store, Other), Drive(Store, Owner), Drive(second.Store, Other));

        started.SelectMany(ids => ids).ShouldBe(tasks.Select(task => task.DeliveryId), ignoreOrder: true);
        (await Under.ReadAsync("select count(*) from attempt_log where kind = 0")).ShouldBe(tasks.Count);

        async Task<List<Guid>> Drive(IHeraldStore store, Guid owner)
        {
            var mine = new List<Guid>();
            while (await store.Queue.PickAsync(Any.Engagement, 10, null, Ct) is { Count: > 0 } rows)
                mine.AddRange((await store.Queue.StartAsync(Any.Starts(owner, Noon, [.. rows.Select(StartOf)]), Ct)).Started);
            return mine;
        }
    }

    [Fact]
    public async Task A_limit_is_never_exceeded_by_two_processes()
    {
        await using var second = await SecondAsync();
        for (var round = 0; round < 30; round++)
        {
            var number = Any.Number();
            var demand = new LimitDemand(new LimitKey(LimitScope.Phone, number), 1, Noon - Duration.FromDays(1));
            var pair = new[] { Any.Ready(Any.Task(number: number)), Any.Ready(Any.Task(number: number)) };
            foreach (var task in pair)
                await Store.Intake.AppendAsync(task, Ct);

            var answers = await Task.WhenAll(
                Task.Run(() => Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(pair[0], demand)), Ct), Ct),
                Task.Run(() => second.Store.Queue.StartAsync(Any.Starts(Other, Noon, Any.Start(pair[1], demand)), Ct), Ct));

            answers.Sum(answer => answer.Started.Count).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Every_subject_of_a_start_counts_in_both_processes()
    {
        await using var second = await SecondAsync();
        for (var round = 0; round < 20; round++)
        {
            LimitDemand[] demands = [.. new[] { "us-fl", "us-ok", "us-md" }.Select(preset => new LimitDemand(new LimitKey(LimitScope.Subject, $"{preset}:{round}"), 1, Noon - Duration.FromDays(1)))];
            var pair = new[] { Any.Ready(), Any.Ready() };
            foreach (var task in pair)
                await Store.Intake.AppendAsync(task, Ct);

            var answers = await Task.WhenAll(
                Task.Run(() => Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(pair[0], demands[0], demands[1])), Ct), Ct),
                Task.Run(() => second.Store.Queue.StartAsync(Any.Starts(Other, Noon, Any.Start(pair[1], demands[1], demands[2])), Ct), Ct));

            answers.Sum(answer => answer.Started.Count).ShouldBe(1);
            var first = answers[0].Started.Count == 1;
            (await Store.Facts.StartsAsync([.. demands.Select(demand => demand.Key)], Noon - Duration.FromDays(1), 5, Ct)).Keys
                .ShouldBe([demands[1].Key, demands[first ? 0 : 2].Key], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task A_start_that_is_given_back_counts_under_none_of_its_subjects()
    {
        var task = Any.Ready();
        await Store.Intake.AppendAsync(task, Ct);
        LimitDemand[] demands = [.. new[] { "us-fl:a", "us-ok:a" }.Select(subject => new LimitDemand(new LimitKey(LimitScope.Subject, subject), 1, Noon - Duration.FromDays(1)))];

        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task, demands)), Ct);
        await Store.Queue.NotSentAsync(new UnsentDelivery(task.DeliveryId, Owner, Noon, Noon, ReasonCode.Channel), Ct);

        (await Store.Facts.StartsAsync([.. demands.Select(demand => demand.Key)], Noon - Duration.FromDays(1), 5, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Twins_in_a_batch_wait_for_the_next_pass()
    {
        var tasks = new[] { Any.Ready(Any.Task(person: "one")), Any.Ready(Any.Task(person: "one")), Any.Ready(Any.Task(person: "two")) };
        foreach (var task in tasks)
            await Store.Intake.AppendAsync(task, Ct);
        var rows = tasks.Select(task => Any.Start(task, new LimitDemand(new LimitKey(LimitScope.Contact, task.Task.Contacts[0].UniqueIdentifier), 2, Noon - Duration.FromDays(1)))).ToList();

        (await Store.Queue.StartAsync(Any.Starts(Owner, Noon, rows), Ct)).Started.ShouldBe([tasks[0].DeliveryId, tasks[2].DeliveryId], ignoreOrder: true);
        (await Store.Queue.StartAsync(Any.Starts(Owner, Noon, [rows[1]]), Ct)).Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancellation_and_a_start_agree()
    {
        await using var second = await SecondAsync();
        foreach (var task in await AppendAsync(40))
        {
            var start = Task.Run(() => Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct), Ct);
            var cancel = Task.Run(() => second.Store.Queue.CancelTaskAsync(task.Task.Id, ReasonCode.Request, Noon, Ct), Ct);

            var started = (await start).Started.Count == 1;
            (await cancel).ShouldBe(CancelAnswer.Cancelled);
            var next = new NextStep.Attempt(Any.Candidate(task.Task, 2), task.Task.Windows[0], task.Task.Windows[0].End);
            (await Store.Queue.FinishAsync(Any.Finished(task, Owner, Noon, DeliveryResult.Busy, next), Ct)).ShouldBe(started);
            var view = (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!;
            view.Status.ShouldBe(DeliveryStatus.Cancelled);
            view.Deliveries.ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Ended);
        }
    }

    [Fact]
    public async Task A_cancellation_and_an_outcome_leave_no_open_delivery()
    {
        await using var second = await SecondAsync();
        foreach (var task in await AppendAsync(40))
        {
            await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct);
            var next = new NextStep.Attempt(Any.Candidate(task.Task, 2), task.Task.Windows[0], task.Task.Windows[0].End);
            var finish = Task.Run(() => Store.Queue.FinishAsync(Any.Finished(task, Owner, Noon, DeliveryResult.Busy, next), Ct), Ct);
            var cancel = Task.Run(() => second.Store.Queue.CancelTaskAsync(task.Task.Id, ReasonCode.Request, Noon, Ct), Ct);

            (await finish).ShouldBeTrue();
            (await cancel).ShouldBe(CancelAnswer.Cancelled);
            (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!.Status.ShouldBe(DeliveryStatus.Cancelled);
        }

        (await Under.ReadAsync("select count(*) from delivery where state < 4")).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_starts_once_the_suspension_is_durable()
    {
        await using var second = await SecondAsync();
        await Under.AddEngagementAsync(Any.Engagement);
        var tasks = await AppendAsync(60);
        (await Store.Settings.SetSuspendedAsync(Any.Id(), true, SuspensionType.ApiAction, null, Noon, Ct)).ShouldBeFalse();
        var starting = Task.Run(
            async () =>
            {
                foreach (var task in tasks)
                {
                    if ((await second.Store.Queue.StartAsync(Any.Starts(Other, Noon, Any.Start(task)), Ct)).Suspended)
                        return;
                }
            },
            Ct);
        (await Store.Settings.SetSuspendedAsync(Any.Engagement, true, SuspensionType.ApiAction, null, Noon, Ct)).ShouldBeTrue();
        var then = await Store.Queue.CountInFlightAsync(Any.Engagement, Ct);
        await starting;

        (await Store.Queue.CountInFlightAsync(Any.Engagement, Ct)).ShouldBe(then);
        (await Store.Facts.IsSuspendedAsync(Any.Engagement, Ct)).ShouldBeTrue();
        (await Under.ReadAsync("select count(*) from row_version where table_name = 'engagement_status'")).ShouldBe(1);
        await Store.Settings.SetSuspendedAsync(Any.Engagement, false, SuspensionType.AdminAction, null, Noon, Ct);
        (await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(tasks[^1])), Ct)).Suspended.ShouldBeFalse();
    }

    private async Task<Second> SecondAsync() => Engine == StoreEngine.Sqlite ? new Second(Store, null) : await Second.OpenAsync(Under);

    private async Task<IReadOnlyList<NewTask>> AppendAsync(int count)
    {
        var tasks = Enumerable.Range(0, count).Select(rank => Any.Ready(rank: rank)).ToList();
        await Task.WhenAll(tasks.Select(task => Store.Intake.AppendAsync(task, Ct).AsTask()));
        return tasks;
    }

    private static StartRow StartOf(QueueRow row)
    {
        var candidate = Any.Candidate(row.Task);
        return new StartRow(row.DeliveryId, row.Task.Id, row.Sequence + 1, candidate, row.Task.Windows[0], row.Task.Windows[0].End, candidate.Number, null, null, [], Contact.NoAttributes);
    }

    private sealed record Second(IHeraldStore Store, IHeraldStore? Own) : IAsyncDisposable
    {
        public static async Task<Second> OpenAsync(StoreUnderTest under)
        {
            var store = await under.OpenAnotherAsync();
            return new Second(store, store);
        }

        public async ValueTask DisposeAsync()
        {
            if (Own is not null)
                await Own.DisposeAsync();
        }
    }
}
