using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Dispatch.Channels.Simulated;
using Herald.Store.Queue;
using Herald.Store.Settings;
using Herald.Testing;
using NodaTime;

namespace Herald.Dispatch.Tests.Engine;

/// <summary>A store that is away, a process that died, a stop.</summary>
public partial class PassTests
{
    [Fact]
    public async Task An_outcome_survives_a_store_that_is_away_and_keeps_its_slot_until_then()
    {
        var engagement = Make.Engagement(cap: 1);
        await using var rig = await RigAsync(null, engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Away = true;
        rig.Advance(Duration.FromMinutes(2));
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Refused > 0);
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.Count.ShouldBe(1);

        rig.Store.Watch.Away = false;
        await rig.MoveUntilAsync(() => rig.Store.Watch.Finished.Count == 1);
        await WaitForSlotsAsync(rig);
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Attempts_of_a_dead_process_become_unknown_and_are_not_made_again()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        var task = await rig.AcceptAsync(Make.Task(engagement, rig.Now, contacts: Make.Contact("+15550100", business: "+15550101")));
        var row = (await rig.Store.Queue.PickAsync(engagement.Id, 1, null, default)).Single();
        var dead = Guid.NewGuid();
        var step = (NextStep.Attempt)Planner.Next(task, [], new Core.Planning.Facts { Engagement = engagement }, rig.Now);
        var start = new StartRow(row.DeliveryId, task.Id, 1, step.Candidate, step.Window, step.ClosesAt, "key", null, null, [], Contact.NoAttributes);
        (await rig.Store.Queue.StartAsync(new StartBatch(dead, engagement.Id, rig.Now, [start], []), default)).Started.Count.ShouldBe(1);

        await rig.MoveUntilAsync(() => rig.Store.Watch.Finished.Count == 1);
        await rig.PassAllAsync(engagement);

        rig.Store.Watch.Finished.Single().Outcome.ReasonCode.ShouldBe(ReasonCode.OwnerLost);
        rig.Store.Watch.Started.Count.ShouldBe(1);
        (await rig.Store.Tasks.ReadAsync(task.Id, default))!.Deliveries.Single().Result.ShouldBe(DeliveryResult.Unknown);
    }

    [Fact]
    public async Task A_start_whose_answer_was_lost_is_given_back_and_made_once()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        rig.Store.Watch.LosesStarts = true;
        await Should.ThrowAsync<Store.StoreUnavailableException>(() => rig.PassAsync(engagement));
        rig.Store.Watch.LosesStarts = false;
        await rig.MoveUntilAsync(() => rig.Store.Watch.Unsent.Count == 1);
        await rig.PassAllAsync(engagement);
        await rig.MoveUntilAsync(() => rig.Store.Watch.Finished.Count == 1);
        rig.Store.Watch.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stop_hangs_up_and_records_every_running_attempt()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        for (var i = 0; i < 5; i++)
            await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        await rig.PassAllAsync(engagement);
        await rig.StopAsync();
        rig.Store.Watch.Finished.Count.ShouldBe(5);
        rig.Store.Watch.Finished.ShouldAllBe(end => end.Outcome.Result != DeliveryResult.Unknown);
        (await rig.Store.Queue.CountInFlightAsync(engagement.Id, default)).ShouldBe(0);
    }
}
