using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Store.Queue;

namespace Herald.Store.Tests.Queue;

public abstract class CancelConformance(StoreEngine engine) : StoreConformance(engine)
{
    [Fact]
    public async Task A_queued_task_ends_with_its_cancellation()
    {
        var task = Any.Ready();
        await Store.Intake.AppendAsync(task, Ct);

        (await Store.Queue.CancelTaskAsync(task.Task.Id, ReasonCode.Request, Noon, Ct)).ShouldBe(CancelAnswer.Cancelled);
        (await Store.Queue.CancelTaskAsync(task.Task.Id, ReasonCode.Request, Noon, Ct)).ShouldBe(CancelAnswer.AlreadyEnded);
        (await Store.Queue.CancelTaskAsync(Any.Id(), ReasonCode.Request, Noon, Ct)).ShouldBe(CancelAnswer.Unknown);

        (await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct)).Started.ShouldBeEmpty();
        var view = (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!;
        view.Status.ShouldBe(DeliveryStatus.Cancelled);
        view.Deliveries.ShouldHaveSingleItem().ReasonCode.ShouldBe(ReasonCode.Request);
    }

    [Fact]
    public async Task A_running_attempt_finishes_and_nothing_follows_it()
    {
        var task = Any.Ready();
        await Store.Intake.AppendAsync(task, Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct);

        (await Store.Queue.CancelTaskAsync(task.Task.Id, ReasonCode.Request, Noon, Ct)).ShouldBe(CancelAnswer.Cancelled);
        (await Store.Queue.ReadStartedByAsync(Owner, 10, Ct)).ShouldHaveSingleItem().Cancelled.ShouldBeTrue();
        var again = new NextStep.Attempt(Any.Candidate(task.Task, 2), task.Task.Windows[0], task.Task.Windows[0].End);
        (await Store.Queue.FinishAsync(Any.Finished(task, Owner, Noon, DeliveryResult.NoAnswer, again), Ct)).ShouldBeTrue();

        var view = (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!;
        view.Status.ShouldBe(DeliveryStatus.Cancelled);
        view.Deliveries.ShouldHaveSingleItem().Result.ShouldBe(DeliveryResult.NoAnswer);
    }

    [Fact]
    public async Task What_did_not_leave_of_a_cancelled_task_ends_with_it()
    {
        var task = Any.Ready();
        await Store.Intake.AppendAsync(task, Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct);
        await Store.Queue.CancelTaskAsync(task.Task.Id, ReasonCode.Request, Noon, Ct);

        (await Store.Queue.NotSentAsync(new UnsentDelivery(task.DeliveryId, Owner, Noon, Noon, ReasonCode.Channel), Ct)).ShouldBeTrue();

        var view = (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!;
        view.Status.ShouldBe(DeliveryStatus.Cancelled);
        view.Deliveries.ShouldHaveSingleItem().Result.ShouldBe(DeliveryResult.Cancelled);
    }

    [Fact]
    public async Task Cancelling_an_engagement_goes_by_steps_until_nothing_is_queued()
    {
        var tasks = Enumerable.Range(0, 7).Select(i => i % 2 == 0 ? Any.Ready() : Any.Waiting(Noon + Duration.FromHours(1))).ToList();
        foreach (var task in tasks)
            await Store.Intake.AppendAsync(task, Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(tasks[0])), Ct);

        var steps = new List<int>();
        do
            steps.Add(await Store.Queue.CancelQueuedAsync(Any.Engagement, ReasonCode.Request, Noon, 4, Ct));
        while (steps[^1] > 0);

        steps.ShouldBe([4, 2, 0]);
        (await Store.Tasks.ReadAsync(tasks[0].Task.Id, Ct))!.Status.ShouldBe(DeliveryStatus.InProcess);
        (await Store.Tasks.ReadAsync(tasks[1].Task.Id, Ct))!.Status.ShouldBe(DeliveryStatus.Cancelled);
    }

    [Fact]
    public async Task Only_rows_that_wait_for_the_reason_are_looked_at_again()
    {
        var later = Noon + Duration.FromHours(1);
        var quiet = Any.Waiting(later, reason: ReasonCode.QuietHours);
        foreach (var task in new[] { quiet, Any.Waiting(later), Any.Waiting(later, reason: ReasonCode.Limit), Any.Ready() })
            await Store.Intake.AppendAsync(task, Ct);

        (await Store.Queue.RecheckAsync(Any.Id(), ReasonCode.QuietHours, Noon, 10, Ct)).ShouldBe(0);
        (await Store.Queue.RecheckAsync(null, ReasonCode.QuietHours, Noon, 10, Ct)).ShouldBe(1);
        (await Store.Queue.RecheckAsync(Any.Engagement, ReasonCode.QuietHours, Noon, 10, Ct)).ShouldBe(0);

        (await Store.Queue.ReadDueAsync(Any.Engagement, Noon, 10, Ct)).ShouldHaveSingleItem().DeliveryId.ShouldBe(quiet.DeliveryId);
    }

    [Fact]
    public async Task A_look_that_was_overtaken_by_a_recheck_is_left_undone()
    {
        var later = Noon + Duration.FromHours(1);
        var task = Any.Waiting(later, reason: ReasonCode.QuietHours);
        await Store.Intake.AppendAsync(task, Ct);
        await Store.Facts.SetConsentAsync(Channel.Voice, task.Task.Contacts[0].MobilePhone!, true, ConsentSource.Internal, Noon, Ct);

        (await Store.Queue.WriteLooksAsync([new Look(task.DeliveryId, task.Task.Id, task.Step, 0, Seen: later)], Noon, Ct)).ShouldBe(0);

        (await Store.Queue.ReadDueAsync(Any.Engagement, Noon, 10, Ct)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_opt_out_that_is_durable_stops_the_start()
    {
        var task = Any.Ready();
        var number = task.Task.Contacts[0].MobilePhone!;
        await Store.Intake.AppendAsync(task, Ct);

        await Store.Facts.SetConsentAsync(Channel.Sms, number, true, ConsentSource.TextMessage, Noon, Ct);
        (await Store.Facts.OptedOutAsync(Channel.Voice, [number], Ct)).ShouldBeEmpty();
        await Store.Facts.SetConsentAsync(Channel.Voice, number, true, ConsentSource.Internal, Noon, Ct);
        (await Store.Facts.OptedOutAsync(Channel.Voice, [number, "+14250000000"], Ct)).ShouldBe([number]);

        (await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct)).Started.ShouldBeEmpty();
        await Store.Facts.SetConsentAsync(Channel.Voice, number, false, ConsentSource.TextMessage, Noon, Ct);
        (await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct)).Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_was_answered_has_one_conversation_and_closes_it()
    {
        var task = Any.Ready();
        await Store.Intake.AppendAsync(task, Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct);
        var connected = new ConnectedDelivery(task.DeliveryId, Any.Id(), "+14255550111", null, null, null, Noon);

        await Store.Queue.ConnectedAsync(connected, Ct);
        await Store.Queue.ConnectedAsync(connected with { ConversationId = Any.Id() }, Ct);
        var finished = Any.Finished(task, Owner, Noon);
        await Store.Queue.FinishAsync(finished with { Outcome = finished.Outcome with { ConnectedAt = Noon } }, Ct);

        (await Under.ReadAsync("select count(*) from conversation")).ShouldBe(1);
        (await Under.ReadAsync("select count(*) from conversation c join delivery d on d.conversation_id = c.id where c.state = 1 and c.title = '+14255550111: Proactive Outbound'")).ShouldBe(1);
    }
}
