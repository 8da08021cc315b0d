using Herald.Core.Deliveries;
using Herald.Store.Intake;
using Herald.Store.Pruning;
using Herald.Store.Queue;

namespace Herald.Store.Tests.Pruning;

public abstract class PruneConformance(StoreEngine engine) : StoreConformance(engine)
{
    [Fact]
    public async Task Ended_tasks_go_with_their_rows_and_open_ones_stay()
    {
        var tasks = Enumerable.Range(0, 3).Select(_ => Any.Ready(Any.Task() with { Contacts = [new Contact { UniqueIdentifier = "x", MobilePhone = Any.Number(), InputAttributes = new Dictionary<string, string> { ["a"] = "b" } }] })).ToList();
        foreach (var task in tasks)
            await Store.Intake.AppendAsync(task, Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, [.. tasks.Select(task => Any.Start(task))]), Ct);
        await Store.Queue.FinishAsync(Any.Finished(tasks[0], Owner, Noon), Ct);
        await Store.Queue.FinishAsync(Any.Finished(tasks[1], Owner, Noon + Duration.FromDays(2)), Ct);

        (await Store.Pruning.PruneTasksAsync(Noon, 10, Ct)).ShouldBe(0);
        (await Store.Pruning.PruneTasksAsync(Noon + Duration.FromDays(1), 10, Ct)).ShouldBe(1);

        (await Store.Tasks.ReadAsync(tasks[0].Task.Id, Ct)).ShouldBeNull();
        (await Store.Tasks.ReadAsync(tasks[1].Task.Id, Ct)).ShouldNotBeNull();
        (await Under.ReadAsync("select count(*) from delivery_attribute")).ShouldBe(2);
        (await Under.ReadAsync("select count(*) from task_body")).ShouldBe(2);
        (await Under.ReadAsync("select count(*) from attempt_log")).ShouldBe(5);
    }

    [Fact]
    public async Task The_log_is_kept_for_400_days_and_leaves_its_last_hash()
    {
        var old = Any.Ready();
        var young = Any.Ready();
        var later = Noon + Duration.FromDays(2);
        await Store.Intake.AppendAsync(old, Ct);
        await Store.Intake.AppendAsync(young, Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(old)), Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, later, Any.Start(young)), Ct);
        var end = Noon + IPruneStore.ShortestLog + Duration.FromDays(1);

        (await Store.Pruning.PruneLogAsync(end, Noon + IPruneStore.ShortestLog, 10, Ct)).ShouldBe(0);
        (await Store.Pruning.PruneLogAsync(end, end, 10, Ct)).ShouldBe(1);

        (await Under.ReadAsync("select count(*) from attempt_log")).ShouldBe(1);
        (await Under.ReadAsync("select count(*) from log_chain where pruned_number = 1 and pruned_hash is not null")).ShouldBe(1);
    }

    [Fact]
    public async Task Old_keys_go()
    {
        await Store.Intake.AppendAsync(Any.Ready() with { Repeat = new RepeatKey(new byte[32], [1], [2]) }, Ct);
        await Store.Receipts.KeepAsync(new KeptReceipt(Any.Id(), "lost", DeliveryResult.Delivered, Noon, null), Ct);

        (await Store.Pruning.PruneKeysAsync(Noon + Duration.FromHours(23), 10, Ct)).ShouldBe(0);
        (await Store.Pruning.PruneKeysAsync(Noon + Duration.FromHours(24), 10, Ct)).ShouldBe(1);
        (await Store.Pruning.PruneKeysAsync(Noon + Duration.FromDays(8), 10, Ct)).ShouldBe(1);
    }
}
