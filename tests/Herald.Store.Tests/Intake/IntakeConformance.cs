using System.Runtime.CompilerServices;
using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Store.Intake;

namespace Herald.Store.Tests.Intake;

public abstract class IntakeConformance(StoreEngine engine) : StoreConformance(engine)
{
    private const int TooManyForOne = 20_001;

    [Fact]
    public async Task A_task_that_ends_at_once_is_kept_with_its_end()
    {
        var task = Any.Task();
        await Store.Intake.AppendAsync(new NewTask(task, Any.Id(), new NextStep.End(DeliveryStatus.Expired, ReasonCode.Window), 0, Any.Row()), Ct);

        var view = (await Store.Tasks.ReadAsync(task.Id, Ct))!;
        view.Status.ShouldBe(DeliveryStatus.Expired);
        view.Deliveries.ShouldHaveSingleItem().ReasonCode.ShouldBe(ReasonCode.Window);
        (await Store.Queue.OpenEngagementsAsync(Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeat_is_answered_from_the_request_before()
    {
        var key = new RepeatKey(new byte[32], [1], [2]);
        (await Store.Intake.AppendAsync(Any.Ready() with { Repeat = key }, Ct)).Accepted.ShouldBeTrue();

        var repeat = await Store.Intake.AppendAsync(Any.Ready() with { Repeat = key with { Answer = [3] } }, Ct);

        repeat.Earlier.ShouldNotBeNull().Answer.ShouldBe([2]);
        (await Store.Intake.FindRepeatAsync(key.Key, Noon + Duration.FromHours(23), Ct)).ShouldNotBeNull().BodyHash.ShouldBe([1]);
        (await Store.Intake.FindRepeatAsync(key.Key, Noon + Duration.FromHours(24), Ct)).ShouldBeNull();
        (await Under.ReadAsync("select count(*) from task")).ShouldBe(1);
        var later = Noon + Duration.FromHours(25);
        (await Store.Intake.AppendAsync(Any.Ready(Any.Task(at: later)) with { Repeat = key }, Ct)).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_many_callers_only_the_one_with_a_bad_row_fails()
    {
        var twice = Any.Ready();
        await Store.Intake.AppendAsync(twice, Ct);
        var good = Enumerable.Range(0, 40).Select(_ => Any.Ready()).ToList();
        var all = good.Take(20).Append(twice).Concat(good.Skip(20)).Select(task => Store.Intake.AppendAsync(task, Ct).AsTask()).ToList();

        await Task.WhenAll(all).ShouldThrowAsync<Exception>();

        all.Count(answer => answer.IsFaulted).ShouldBe(1);
        all[20].IsFaulted.ShouldBeTrue();
        (await Under.ReadAsync("select count(*) from task")).ShouldBe(41);
    }

    [Fact]
    public async Task A_bulk_request_is_there_as_a_whole()
    {
        var batch = new NewBatch(Any.Id(), Any.Engagement, Noon, 300, 2, null);

        await Store.Intake.AppendBatchAsync(batch, Tasks(batch, 300), Ct);

        (await Under.ReadAsync("select count(*) from delivery where state = 1 and batch_id is not null")).ShouldBe(300);
        (await Under.ReadAsync("select count(*) from delivery_batch where progress = 192360003 and deliveries_created = 300 and delivery_creation_failures = 2")).ShouldBe(1);
    }

    [Fact]
    public async Task A_large_bulk_request_is_seen_by_nobody_until_it_closes()
    {
        var batch = new NewBatch(Any.Id(), Any.Engagement, Noon, null, 0, null);
        var seen = -1;

        await Store.Intake.AppendBatchAsync(batch, Tasks(batch, TooManyForOne, async () => seen = (await Store.Queue.PickAsync(Any.Engagement, 10, null, Ct)).Count), Ct);

        seen.ShouldBe(0);
        (await Under.ReadAsync("select count(*) from delivery")).ShouldBe(TooManyForOne);
        (await Under.ReadAsync("select (select count(*) from held_delivery) + (select count(*) from held_batch)")).ShouldBe(0);
        (await Under.ReadAsync($"select count(*) from delivery_batch where progress = 192360002 and deliveries_created = {TooManyForOne}")).ShouldBe(1);
    }

    [Fact]
    public async Task A_large_bulk_request_whose_process_dies_never_was()
    {
        var batch = new NewBatch(Any.Id(), Any.Engagement, Noon, null, 0, null);
        var reached = new TaskCompletionSource();
        using var death = new CancellationTokenSource();
        var append = Store.Intake.AppendBatchAsync(batch, Tasks(batch, TooManyForOne, () => Die(reached, death.Token)), Ct);
        await reached.Task.WaitAsync(Ct);
        (await Under.ReadAsync("select count(*) from held_delivery")).ShouldBeGreaterThan(0);

        await Under.ReopenAsync();

        (await Under.ReadAsync("select (select count(*) from task) + (select count(*) from task_body) + (select count(*) from held_delivery) + (select count(*) from held_batch)")).ShouldBe(0);
        await death.CancelAsync();
        await append.ShouldThrowAsync<Exception>();
    }

    private static Task Die(TaskCompletionSource reached, CancellationToken death)
    {
        reached.SetResult();
        var never = new TaskCompletionSource();
        death.Register(() => never.SetCanceled(death));
        return never.Task;
    }

    private static async IAsyncEnumerable<NewTask> Tasks(NewBatch batch, int count, Func<Task>? beforeLast = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        for (var i = 1; i < count; i++)
            yield return Any.Ready(Any.Task() with { BatchId = batch.Id, Intake = IntakeKind.Bulk }, i);
        // As many as one transaction takes are in memory; the one more starts the slices.
        yield return Any.Ready(Any.Task() with { BatchId = batch.Id, Intake = IntakeKind.Bulk }, count);
        if (beforeLast is not null)
            await beforeLast();
    }
}
