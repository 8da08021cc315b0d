using Herald.Core.Deliveries;
using Herald.Dispatch.Intake;
using Herald.Dispatch.Tests.Engine;
using Herald.Store.Intake;
using Herald.Testing;
using NodaTime;

namespace Herald.Dispatch.Tests.Intake;

public class DeliveryIntakeTests
{
    [Fact]
    public async Task What_was_accepted_can_be_read_at_once()
    {
        await using var rig = await RigAsync();
        var task = Make.Task(Engagement, rig.Now);
        var accepted = (await rig.Engine.Intake.AcceptAsync(task, null, default)).ShouldBeOfType<IntakeResult.Accepted>();
        var view = (await rig.Store.Tasks.ReadAsync(task.Id, default))!;
        view.Deliveries.Single().Id.ShouldBe(accepted.DeliveryId);
        view.Deliveries.Single().State.ShouldBe(DeliveryState.Ready);
    }

    [Fact]
    public async Task A_task_whose_windows_have_passed_is_accepted_and_ends_expired()
    {
        await using var rig = await RigAsync();
        var task = Make.Task(Engagement, rig.Now, opens: Duration.FromHours(-2), closes: Duration.FromHours(-1));
        await rig.AcceptAsync(task);
        (await rig.Store.Tasks.ReadAsync(task.Id, default))!.Status.ShouldBe(DeliveryStatus.Expired);
    }

    [Fact]
    public async Task The_same_repeatable_request_many_times_at_once_makes_one_task_and_one_answer()
    {
        await using var rig = await RigAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
            await rig.Engine.Intake.AcceptAsync(Make.Task(Engagement, rig.Now), Repeat(1, 1), default)));

        var accepted = results.OfType<IntakeResult.Accepted>().Single();
        results.OfType<IntakeResult.Repeated>().Count().ShouldBe(19);
        results.OfType<IntakeResult.Repeated>().ShouldAllBe(repeated => repeated.Answer.SequenceEqual(accepted.Answer!));
    }

    [Fact]
    public async Task The_same_id_with_another_body_is_told_so()
    {
        await using var rig = await RigAsync();
        await rig.Engine.Intake.AcceptAsync(Make.Task(Engagement, rig.Now), Repeat(1, 1), default);
        (await rig.Engine.Intake.AcceptAsync(Make.Task(Engagement, rig.Now), Repeat(1, 2), default)).ShouldBeOfType<IntakeResult.OtherBody>();
        (await rig.Engine.Intake.AcceptAsync(Make.Task(Engagement, rig.Now), Repeat(2, 2), default)).ShouldBeOfType<IntakeResult.Accepted>();
    }

    [Fact]
    public async Task A_batch_is_planned_task_by_task_and_its_repeat_is_known()
    {
        await using var rig = await RigAsync();
        var batch = new NewBatch(Guid.CreateVersion7(rig.Now.ToDateTimeOffset()), Engagement.Id, rig.Now, 300, 0, null);
        var tasks = Enumerable.Range(0, 300).Select(i => Make.Task(Engagement, rig.Now, opens: Duration.FromMinutes(i % 3), closes: Duration.FromHours(1)) with { BatchId = batch.Id }).ToList();
        (await rig.Engine.Intake.AcceptBatchAsync(batch, tasks.ToAsyncEnumerable(), Repeat(7, 7), default)).ShouldBeOfType<IntakeResult.Accepted>().Id.ShouldBe(batch.Id);
        (await rig.Engine.Intake.AcceptBatchAsync(batch with { Id = Guid.NewGuid() }, tasks.ToAsyncEnumerable(), Repeat(7, 7), default)).ShouldBeOfType<IntakeResult.Repeated>();

        (await rig.PassAsync(Engagement)).Started.ShouldBe(100);
        rig.Advance(Duration.FromMinutes(1));
        (await rig.PassAsync(Engagement)).Started.ShouldBe(100);
    }

    private static readonly Core.Engagements.Engagement Engagement = Make.Engagement();

    private static RepeatRequest Repeat(byte key, byte body) =>
        new([.. Enumerable.Repeat(key, 32)], [.. Enumerable.Repeat(body, 32)], (delivery, task) => [.. delivery.ToByteArray(), .. task.ToByteArray()]);

    private static async Task<EngineRig> RigAsync()
    {
        var time = EngineRig.Clock();
        return await EngineRig.StartAsync(await StoreUnderTest.Sqlite(time), time, null, null, Engagement);
    }
}
