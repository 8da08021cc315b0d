using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Dispatch.Channels.Simulated;
using Herald.Store.Queue;
using Herald.Store.Settings;
using Herald.Testing;
using NodaTime;

namespace Herald.Dispatch.Tests.Engine;

/// <summary>What one pass after the other does, on a clock that stands still in between. Both stores run it.</summary>
public abstract partial class PassTests
{
    protected abstract Task<StoreUnderTest> OpenAsync(TimeProvider time);

    [Fact]
    public async Task An_attempt_starts_when_its_window_opens_and_not_before()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now, opens: Duration.FromMinutes(10)));

        var early = await rig.PassAsync(engagement);
        early.Started.ShouldBe(0);
        early.NextAt.ShouldBe(rig.Now + Duration.FromMinutes(10));

        rig.Advance(Duration.FromMinutes(10));
        (await rig.PassAsync(engagement)).Started.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_is_answered_talks_and_ends_the_task()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        var task = await rig.AcceptAsync(Make.Task(engagement, rig.Now));

        await rig.PassAsync(engagement);
        rig.Advance(Duration.FromMinutes(2));
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Finished.Count == 1);

        var end = rig.Store.Watch.Finished.Single();
        end.Outcome.Result.ShouldBe(DeliveryResult.LiveAnswer);
        end.Outcome.ReasonCode.ShouldBe(ReasonCode.Simulated);
        end.Next.ShouldBeOfType<NextStep.End>().CustomerReached.ShouldBeTrue();
        rig.Store.Watch.Connected.Single().DeliveryId.ShouldBe(end.DeliveryId);
        (await rig.Store.Tasks.ReadAsync(task.Id, default))!.Status.ShouldBe(DeliveryStatus.Complete);
    }

    [Fact]
    public async Task Nobody_answers_so_the_next_number_of_the_contact_is_called()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now, contacts: Make.Contact("+15550486", business: "+15550408", home: "+15550100")));

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await rig.PassAllAsync(engagement);
            rig.Advance(Duration.FromMinutes(2));
            await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Finished.Count == attempt);
        }

        rig.Store.Watch.Started.Select(start => start.Number).ShouldBe(["+15550486", "+15550408", "+15550100"]);
        rig.Store.Watch.Finished.Select(end => end.Outcome.Result).ShouldBe([DeliveryResult.Busy, DeliveryResult.NoAnswer, DeliveryResult.LiveAnswer]);
    }

    [Fact]
    public async Task A_task_whose_window_closes_expires_also_while_its_engagement_is_suspended()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        await SuspendAsync(rig, engagement, true);
        var task = await rig.AcceptAsync(Make.Task(engagement, rig.Now, closes: Duration.FromMinutes(5)));

        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.ShouldBeEmpty();
        rig.Advance(Duration.FromMinutes(5));
        await rig.PassAllAsync(engagement);

        var view = await rig.Store.Tasks.ReadAsync(task.Id, default);
        view!.Status.ShouldBe(DeliveryStatus.Expired);
        rig.Store.Watch.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_resumed_engagement_starts_what_waited()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        await SuspendAsync(rig, engagement, true);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.ShouldBeEmpty();

        await SuspendAsync(rig, engagement, false);
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_inactive_engagement_attempts_nothing()
    {
        var engagement = Make.Engagement() with { Active = false };
        await using var rig = await RigAsync(null, engagement);
        var task = await rig.AcceptAsync(Make.Task(engagement, rig.Now, closes: Duration.FromMinutes(5)));
        await rig.PassAllAsync(engagement);
        rig.Advance(Duration.FromMinutes(6));
        await rig.PassAllAsync(engagement);
        (await rig.Store.Tasks.ReadAsync(task.Id, default))!.Status.ShouldBe(DeliveryStatus.Expired);
        rig.Store.Watch.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tasks_of_a_deleted_engagement_end_as_a_configuration_error()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        var task = await rig.AcceptAsync(Make.Task(engagement, rig.Now, opens: Duration.FromMinutes(1)));
        rig.Store.Set();
        rig.Advance(Duration.FromMinutes(1));
        await rig.PassAllAsync(engagement);
        (await rig.Store.Tasks.ReadAsync(task.Id, default))!.Status.ShouldBe(DeliveryStatus.Error);
    }

    [Fact]
    public async Task A_cancelled_task_is_never_attempted()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        var task = await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        (await rig.Engine.Operations.CancelTaskAsync(task.Id, default)).ShouldBe(CancelAnswer.Cancelled);
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.ShouldBeEmpty();
        (await rig.Engine.Operations.CancelTaskAsync(task.Id, default)).ShouldBe(CancelAnswer.AlreadyEnded);
    }

    [Fact]
    public async Task A_task_cancelled_during_its_attempt_is_recorded_and_goes_no_further()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        var task = await rig.AcceptAsync(Make.Task(engagement, rig.Now, contacts: Make.Contact("+15550486", business: "+15550100")));
        await rig.PassAllAsync(engagement);
        await rig.Engine.Operations.CancelTaskAsync(task.Id, default);
        rig.Advance(Duration.FromMinutes(1));
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Finished.Count == 1);
        await rig.PassAllAsync(engagement);

        rig.Store.Watch.Started.Count.ShouldBe(1);
        var view = (await rig.Store.Tasks.ReadAsync(task.Id, default))!;
        view.Deliveries.Single().Result.ShouldBe(DeliveryResult.Busy);
    }

    [Fact]
    public async Task Never_more_calls_at_once_than_the_cap()
    {
        var engagement = Make.Engagement(cap: 3);
        await using var rig = await RigAsync(null, engagement);
        for (var i = 0; i < 8; i++)
            await rig.AcceptAsync(Make.Task(engagement, rig.Now));

        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.Count.ShouldBe(3);
        rig.Advance(Duration.FromMinutes(2));
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Finished.Count == 3);
        await WaitForSlotsAsync(rig);
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_channel_that_is_down_starts_nothing_and_fails_nothing()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        rig.Channel.Down();
        await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.ShouldBeEmpty();

        rig.Channel.Up();
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Critical_work_takes_the_slots_before_normal_work()
    {
        var normal = Make.Engagement();
        var critical = Make.Engagement() with { Priority = EngagementPriority.Critical };
        await using var rig = await RigAsync(new SimulatedOptions { Slots = 2 }, normal, critical);
        for (var i = 0; i < 4; i++)
        {
            await rig.AcceptAsync(Make.Task(normal, rig.Now));
            await rig.AcceptAsync(Make.Task(critical, rig.Now));
        }

        rig.Channel.Down();
        await rig.PassAsync(normal);
        await rig.PassAsync(critical);
        rig.Channel.Up();
        await rig.PassAsync(normal);
        await rig.PassAsync(critical);

        var started = rig.Store.Watch.Started.Select(start => start.TaskId).ToHashSet();
        started.Count.ShouldBe(2);
        foreach (var id in started)
            (await rig.Store.Tasks.ReadAsync(id, default))!.Task.EngagementId.ShouldBe(critical.Id);
    }

    private async Task<EngineRig> RigAsync(SimulatedOptions? simulated, params Engagement[] engagements)
    {
        var time = EngineRig.Clock();
        return await EngineRig.StartAsync(await OpenAsync(time), time, simulated, null, engagements);
    }

    private static Task<bool> SuspendAsync(EngineRig rig, Engagement engagement, bool suspended) => suspended
        ? rig.Engine.Operations.SuspendAsync(engagement.Id, SuspensionType.ApiAction, null, default)
        : rig.Engine.Operations.ResumeAsync(engagement.Id, SuspensionType.ApiAction, null, default);

    /// <summary>The commit is seen a moment before the slot is free.</summary>
    private static Task WaitForSlotsAsync(EngineRig rig) => rig.Engine.SettledAsync();
}
