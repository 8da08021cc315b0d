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
public abstract class PassTests
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
    public async Task After_a_conversation_a_preset_leaves_the_person_alone_for_its_days()
    {
        var engagement = Make.Engagement() with { Presets = ["us-cfpb-debt"] };
        var person = Make.Contact() with { TimeZone = "America/New_York" };
        await using var rig = await RigAsync(null, engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now, contacts: person));
        await rig.PassAllAsync(engagement);
        rig.Advance(Duration.FromMinutes(2));
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Finished.Count == 1);
        rig.Store.Watch.Finished.Single().Outcome.Result.ShouldBe(DeliveryResult.LiveAnswer);

        await rig.AcceptAsync(Make.Task(engagement, rig.Now, closes: Duration.FromDays(10), contacts: person));
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.Count.ShouldBe(1);
        // The eighth day, when the hours of the person's zone begin.
        (await rig.Store.Queue.NextCheckAsync(engagement.Id, default)).ShouldBe(Instant.FromUtc(2026, 6, 8, 12, 0));
    }

    [Fact]
    public async Task After_a_machine_a_preset_leaves_the_number_alone_for_a_day()
    {
        var engagement = Make.Engagement() with { Presets = ["UK-Ofcom"], Planner = new PlannerSettings { Retries = 1, ReattemptOn = ReattemptOn.AnsweringMachine } };
        await using var rig = await RigAsync(null, engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now, closes: Duration.FromDays(3), contacts: Make.Contact("+442079460900")));
        await rig.PassAllAsync(engagement);
        await rig.MoveUntilAsync(() => rig.Store.Watch.Finished.Count == 1);
        var ended = rig.Store.Watch.Finished.Single();

        ended.Outcome.Result.ShouldBe(DeliveryResult.AnsweringMachine);
        ended.Next.ShouldBeOfType<NextStep.Wait>().Until.ShouldBeInRange(ended.Outcome.EndedAt + Duration.FromHours(24) - Duration.FromMilliseconds(1), ended.Outcome.EndedAt + Duration.FromHours(24));
        rig.Advance(Duration.FromHours(25));
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.Count.ShouldBe(2);
    }

    [Fact]
    public async Task After_a_refusal_a_preset_leaves_the_person_alone()
    {
        var engagement = Make.Engagement() with { Presets = ["fr"] };
        var person = Make.Contact("+33123450100") with { TimeZone = "Europe/Paris" };
        await using var rig = await RigAsync(null, engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now, contacts: person));
        await rig.PassAllAsync(engagement);
        await rig.MoveUntilAsync(() => rig.Store.Watch.Finished.Count == 1);
        await rig.WriteAsync("update delivery set disposition_codes = '\"Wrong day\",\"not interested\"'");

        await rig.AcceptAsync(Make.Task(engagement, rig.Now, closes: Duration.FromDays(90), contacts: person));
        await rig.PassAllAsync(engagement);

        rig.Store.Watch.Started.Count.ShouldBe(1);
        (await rig.Store.Queue.NextCheckAsync(engagement.Id, default))!.Value.ShouldBeGreaterThan(Instant.FromUtc(2026, 7, 31, 22, 0));
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
    public async Task A_message_is_acknowledged_waits_without_a_slot_and_ends_with_its_receipt()
    {
        var engagement = Make.Engagement(Channel.Sms);
        await using var rig = await RigAsync(null, engagement);
        var task = await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        await rig.PassAllAsync(engagement);
        rig.Advance(Duration.FromMilliseconds(500));
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Sent.Count == 1);
        await WaitForSlotsAsync(rig);
        await rig.MoveUntilAsync(() => rig.Store.Watch.Finished.Count == 1);

        rig.Store.Watch.Finished.Single().Outcome.Result.ShouldBe(DeliveryResult.Delivered);
        (await rig.Store.Tasks.ReadAsync(task.Id, default))!.CustomerReached.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(1, 1, 0)]
    public async Task A_receipt_that_comes_early_or_twice_ends_the_delivery_once(double early, double twice, double late)
    {
        var engagement = Make.Engagement(Channel.Sms);
        await using var rig = await RigAsync(new SimulatedOptions { TimeScale = 1, EarlyReceipts = early, DuplicateReceipts = twice, LateReceipts = late }, engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        await rig.PassAllAsync(engagement);
        await rig.MoveUntilAsync(() => rig.Store.Watch.Finished.Count == 1);
        for (var i = 0; i < 10; i++)
            rig.Advance(Duration.FromSeconds(2));
        await rig.Engine.SettledAsync();
        rig.Store.Watch.Finished.Single().Outcome.Result.ShouldBe(DeliveryResult.Delivered);
    }

    [Fact]
    public async Task A_receipt_that_never_comes_makes_the_result_unknown_and_the_message_is_not_sent_again()
    {
        var engagement = Make.Engagement(Channel.Sms);
        await using var rig = await RigAsync(new SimulatedOptions { MissingReceipts = 1 }, engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now, closes: Duration.FromDays(3)));
        await rig.PassAllAsync(engagement);
        rig.Advance(Duration.FromSeconds(1));
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Sent.Count == 1);
        rig.Advance(Duration.FromHours(25));
        await rig.MoveUntilAsync(() => rig.Store.Watch.Finished.Count == 1);
        await rig.PassAllAsync(engagement);

        var end = rig.Store.Watch.Finished.Single().Outcome;
        end.Result.ShouldBe(DeliveryResult.Unknown);
        end.ReasonCode.ShouldBe(ReasonCode.ReceiptTimeout);
        rig.Store.Watch.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_throttled_message_waits_and_is_sent_at_its_second_try()
    {
        var engagement = Make.Engagement(Channel.Sms);
        await using var rig = await RigAsync(null, engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now, contacts: Make.Contact("+15550004")));
        await rig.PassAllAsync(engagement);
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Unsent.Count == 1);
        await WaitForSlotsAsync(rig);
        rig.Advance(Duration.FromSeconds(2));
        await rig.PassAllAsync(engagement);
        await rig.MoveUntilAsync(() => rig.Store.Watch.Finished.Count == 1);
        rig.Store.Watch.Started.Count.ShouldBe(2);
        rig.Store.Watch.Started.Select(start => start.DeliveryId).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_stop_reply_opts_out_is_confirmed_once_and_stops_what_is_queued()
    {
        var engagement = Make.Engagement(Channel.Sms);
        await using var rig = await RigAsync(null, engagement);
        var confirmations = 0;
        rig.Channel.Answered += _ => Interlocked.Increment(ref confirmations);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now, contacts: Make.Contact("+15550002")));
        var later = await rig.AcceptAsync(Make.Task(engagement, rig.Now, opens: Duration.FromHours(1), closes: Duration.FromHours(2), Make.Contact("+15550002")));
        await rig.PassAllAsync(engagement);
        await rig.MoveUntilAsync(() => Volatile.Read(ref confirmations) == 1);
        await rig.PassAllAsync(engagement);

        rig.Store.Watch.Started.Count.ShouldBe(1);
        var view = (await rig.Store.Tasks.ReadAsync(later.Id, default))!;
        view.Status.ShouldBe(DeliveryStatus.Cancelled);
        view.Deliveries.Single().ReasonCode.ShouldBe(ReasonCode.OptedOut);
    }

    [Fact]
    public async Task A_policy_ends_what_is_queued_also_of_a_suspended_engagement_and_says_which_it_was()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        var covered = await rig.AcceptAsync(Make.Task(engagement, rig.Now, opens: Duration.FromHours(1), closes: Duration.FromHours(2), Make.Contact() with { Country = "us", State = "WA" }));
        var ready = await rig.AcceptAsync(Make.Task(engagement, rig.Now, contacts: Make.Contact() with { Country = "US", State = "wa " }));
        var other = await rig.AcceptAsync(Make.Task(engagement, rig.Now, opens: Duration.FromHours(1), closes: Duration.FromHours(2), Make.Contact() with { Country = "US", State = "OR" }));
        var chain = await rig.AcceptAsync(Make.Task(engagement, rig.Now, opens: Duration.FromHours(1), closes: Duration.FromHours(2),
            Make.Contact() with { Country = "US", State = "WA" }, Make.Contact("+15550101") with { Country = "US", State = "OR" }));
        await SuspendAsync(rig, engagement, true);
        rig.Advance(Duration.FromSeconds(1));
        var policy = new CancellationPolicy(Guid.NewGuid(), engagement.Id, rig.Now, null, ["US"], ["WA"], []);
        rig.Store.Set(rig.Store.Current with { Policies = new Dictionary<Guid, IReadOnlyList<CancellationPolicy>> { [engagement.Id] = [policy] } });

        await rig.MoveUntilAsync(() => rig.Store.Watch.Looks.Count >= 3);

        foreach (var task in new[] { covered, ready })
        {
            var view = (await rig.Store.Tasks.ReadAsync(task.Id, default))!;
            (view.Status, view.Deliveries.Single().ReasonCode).ShouldBe((DeliveryStatus.Cancelled, ReasonCode.Policy));
            (await rig.PolicyOfAsync(task.Id)).ShouldBe(policy.Id);
        }

        (await rig.Store.Tasks.ReadAsync(other.Id, default))!.Status.ShouldBe(DeliveryStatus.Pending);
        (await rig.Store.Tasks.ReadAsync(chain.Id, default))!.Status.ShouldBe(DeliveryStatus.Pending);
        (await rig.Store.Backlog.ReadOpenAsync(Guid.Empty, 10, default)).Single(row => row.TaskId == chain.Id).Contact.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_arrives_under_a_policy_with_an_end_date_ends_at_once_and_without_one_is_attempted(bool dated)
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        var policy = new CancellationPolicy(Guid.NewGuid(), engagement.Id, rig.Now, dated ? rig.Now + Duration.FromDays(1) : null, [], [], []);
        rig.Store.Set(rig.Store.Current with { Policies = new Dictionary<Guid, IReadOnlyList<CancellationPolicy>> { [engagement.Id] = [policy] } });
        await rig.Engine.Settings.RefreshAsync(default);
        rig.Advance(Duration.FromMinutes(1));

        var task = await rig.AcceptAsync(Make.Task(engagement, rig.Now));

        (await rig.Store.Tasks.ReadAsync(task.Id, default))!.Status.ShouldBe(dated ? DeliveryStatus.Cancelled : DeliveryStatus.Pending);
        (await rig.PolicyOfAsync(task.Id)).ShouldBe(dated ? policy.Id : null);
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
