using System.Text;
using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Store.Bodies;
using Herald.Store.Queue;

namespace Herald.Store.Tests.Queue;

public abstract class QueueConformance(StoreEngine engine) : StoreConformance(engine)
{
    [Fact]
    public async Task An_accepted_task_comes_back_as_it_was_given()
    {
        var contact = new Contact
        {
            UniqueIdentifier = "ext-7", FirstName = "Zoë", LastName = "O'Neil", MobilePhone = "+14255550111", HomePhone = "+14255550112", Email = "z@example.org",
            TimeZone = "Europe/Rome", Country = "IT", InputAttributes = new Dictionary<string, string> { ["Token"] = "{\"a\":1}", ["token"] = "" },
            Windows = [new Window(Noon, Noon + Duration.FromTicks(12345678))],
        };
        var task = Any.Task() with { Contacts = [contact, Any.Task().Contacts[0]], Message = "Hi 👋", Priority = "2026-12-01", TrackingId = "t-1", BatchId = Any.Id(), Intake = IntakeKind.File };
        (await Store.Intake.AppendAsync(Any.Ready(task), Ct)).Accepted.ShouldBeTrue();

        var row = (await Store.Queue.PickAsync(task.EngagementId, 10, null, Ct)).ShouldHaveSingleItem();

        Written(row.Task).ShouldBe(Written(task));
        (row.Task with { Contacts = [], Windows = [] }).ShouldBe(task with { Contacts = [], Windows = [] });
        row.State.ShouldBe(DeliveryState.Ready);
        row.Sequence.ShouldBe(0);
        row.History.ShouldBeEmpty();
    }

    [Fact]
    public async Task Picks_come_in_call_order_behind_the_floor()
    {
        var tasks = new[] { 30L, 10, 20, 10 }.Select(rank => Any.Ready(rank: rank)).ToList();
        foreach (var task in tasks)
            await Store.Intake.AppendAsync(task, Ct);

        var first = await Store.Queue.PickAsync(Any.Engagement, 2, null, Ct);
        var floor = new PickFloor(first[^1].Rank, first[^1].DeliveryId);
        var rest = await Store.Queue.PickAsync(Any.Engagement, 10, floor, Ct);

        first.Select(row => row.Rank).ShouldBe([10, 10]);
        rest.Select(row => row.Rank).ShouldBe([20, 30]);
        first.Concat(rest).Select(row => row.DeliveryId).ShouldBe(tasks.OrderBy(task => task.Rank).ThenBy(task => task.DeliveryId, BigEndian.Order).Select(task => task.DeliveryId));
    }

    [Fact]
    public async Task Due_rows_are_those_whose_check_has_come()
    {
        var later = Any.Waiting(Noon + Duration.FromMilliseconds(1));
        var due = Any.Waiting(Noon);
        await Store.Intake.AppendAsync(later, Ct);
        await Store.Intake.AppendAsync(due, Ct);

        (await Store.Queue.ReadDueAsync(Any.Engagement, Noon, 10, Ct)).ShouldHaveSingleItem().DeliveryId.ShouldBe(due.DeliveryId);
        (await Store.Queue.NextCheckAsync(Any.Engagement, Ct)).ShouldBe(Noon);
        (await Store.Queue.OpenEngagementsAsync(Ct)).ShouldBe([Any.Engagement]);
    }

    [Fact]
    public async Task Looks_move_rows_between_waiting_ready_and_ended()
    {
        var one = Any.Waiting(Noon);
        var two = Any.Waiting(Noon);
        await Store.Intake.AppendAsync(one, Ct);
        await Store.Intake.AppendAsync(two, Ct);
        var candidate = Any.Candidate(one.Task);

        (await Store.Queue.WriteLooksAsync(
        [
            new Look(one.DeliveryId, one.Task.Id, new NextStep.Attempt(candidate, one.Task.Windows[0], Noon + Duration.FromHours(1)), 5),
            new Look(two.DeliveryId, two.Task.Id, new NextStep.End(DeliveryStatus.Expired, ReasonCode.Window), 0),
        ], Noon, Ct)).ShouldBe(2);

        (await Store.Queue.PickAsync(Any.Engagement, 10, null, Ct)).ShouldHaveSingleItem().DeliveryId.ShouldBe(one.DeliveryId);
        var ended = (await Store.Tasks.ReadAsync(two.Task.Id, Ct)).ShouldNotBeNull();
        ended.Status.ShouldBe(DeliveryStatus.Expired);
        ended.Deliveries.ShouldHaveSingleItem().Result.ShouldBe(DeliveryResult.Expired);
    }

    [Fact]
    public async Task A_started_delivery_is_not_started_again()
    {
        var task = Any.Ready();
        await Store.Intake.AppendAsync(task, Ct);

        (await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct)).Started.ShouldBe([task.DeliveryId]);
        (await Store.Queue.StartAsync(Any.Starts(Any.Id(), Noon, Any.Start(task)), Ct)).Started.ShouldBeEmpty();
        (await Store.Queue.CountInFlightAsync(Any.Engagement, Ct)).ShouldBe(1);
        (await Store.Queue.OwnersAsync(Ct)).ShouldBe([Owner]);
        var row = (await Store.Queue.ReadStartedByAsync(Owner, 10, Ct)).ShouldHaveSingleItem();
        row.Sequence.ShouldBe(1);
        row.History.ShouldHaveSingleItem().DeliveryId.ShouldBe(task.DeliveryId);
        (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!.Status.ShouldBe(DeliveryStatus.InProcess);
    }

    [Fact]
    public async Task Only_its_owner_finishes_an_attempt()
    {
        var task = Any.Ready();
        await Store.Intake.AppendAsync(task, Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct);

        (await Store.Queue.FinishAsync(Any.Finished(task, Any.Id(), Noon), Ct)).ShouldBeFalse();
        (await Store.Queue.FinishAsync(Any.Finished(task, null, Noon), Ct)).ShouldBeFalse();
        (await Store.Queue.FinishAsync(Any.Finished(task, Owner, Noon), Ct)).ShouldBeTrue();
        (await Store.Queue.FinishAsync(Any.Finished(task, Owner, Noon), Ct)).ShouldBeFalse();

        var view = (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!;
        view.Status.ShouldBe(DeliveryStatus.Complete);
        view.CustomerReached.ShouldBeTrue();
        view.Deliveries.ShouldHaveSingleItem().Result.ShouldBe(DeliveryResult.LiveAnswer);
    }

    [Fact]
    public async Task The_next_delivery_is_written_with_the_end_of_the_one_before()
    {
        var task = Any.Ready();
        await Store.Intake.AppendAsync(task, Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct);
        var wait = new NextStep.Wait(Any.Candidate(task.Task, loop: 2), task.Task.Windows[0], Noon + Duration.FromMinutes(5), ReasonCode.Delay);
        var finished = Any.Finished(task, Owner, Noon, DeliveryResult.NoAnswer, wait);

        (await Store.Queue.FinishAsync(finished, Ct)).ShouldBeTrue();

        (await Store.Queue.ReadDueAsync(Any.Engagement, Noon, 10, Ct)).ShouldBeEmpty();
        var row = (await Store.Queue.ReadDueAsync(Any.Engagement, Noon + Duration.FromMinutes(5), 10, Ct)).ShouldHaveSingleItem();
        row.DeliveryId.ShouldBe(finished.NextDeliveryId);
        row.Sequence.ShouldBe(1);
        var past = row.History.ShouldHaveSingleItem();
        past.Result.ShouldBe(DeliveryResult.NoAnswer);
        past.Number.ShouldBe(task.Task.Contacts[0].MobilePhone);
    }

    [Fact]
    public async Task Nothing_left_gives_the_slot_and_the_reservation_back()
    {
        var task = Any.Ready();
        await Store.Intake.AppendAsync(task, Ct);
        var demand = new LimitDemand(new LimitKey(LimitScope.Phone, task.Task.Contacts[0].MobilePhone!), 1, Noon - Duration.FromDays(1));
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task, demand)), Ct);
        (await Store.Facts.StartsAsync([demand.Key], demand.Since, 5, Ct))[demand.Key].ShouldBe([Noon]);

        (await Store.Queue.NotSentAsync(new UnsentDelivery(task.DeliveryId, Owner, Noon, Noon, ReasonCode.Channel), Ct)).ShouldBeTrue();

        (await Store.Facts.StartsAsync([demand.Key], demand.Since, 5, Ct)).ShouldBeEmpty();
        (await Store.Queue.CountInFlightAsync(Any.Engagement, Ct)).ShouldBe(0);
        var row = (await Store.Queue.ReadDueAsync(Any.Engagement, Noon, 10, Ct)).ShouldHaveSingleItem();
        row.State.ShouldBe(DeliveryState.Waiting);
        row.Sequence.ShouldBe(0);
        await Store.Queue.WriteLooksAsync([new Look(task.DeliveryId, task.Task.Id, task.Step, 0)], Noon, Ct);
        (await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task, demand)), Ct)).Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Answered_calls_are_counted_newest_first_since_the_engagement_was_resumed()
    {
        await Store.Rows.WriteAsync(false, async (connection, transaction, ct) =>
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"insert into engagement (id, name, created_at, modified_at) values ({(Engine == StoreEngine.Sqlite ? $"x'{Any.Engagement:N}'" : $"'{Any.Engagement}'")}, 'e', 0, 0)";
            return await command.ExecuteNonQueryAsync(ct);
        }, Ct);
        DeliveryResult[] results = [DeliveryResult.BotFailed, DeliveryResult.LiveAnswer, DeliveryResult.BotFailed, DeliveryResult.Undetermined, DeliveryResult.AnsweringMachine, DeliveryResult.Busy];
        for (var i = 0; i < results.Length; i++)
        {
            var (task, at) = (Any.Ready(), Noon + Duration.FromSeconds(i));
            await Store.Intake.AppendAsync(task, Ct);
            await Store.Queue.StartAsync(Any.Starts(Owner, at, Any.Start(task)), Ct);
            var finished = Any.Finished(task, Owner, at, results[i], new NextStep.End(DeliveryStatus.Complete, ""));
            await Store.Queue.FinishAsync(finished with { Outcome = finished.Outcome with { ConnectedAt = results[i] == DeliveryResult.Busy ? null : at } }, Ct);
        }

        (await Store.Facts.CountAgentCallsAsync(Any.Engagement, 100, Ct)).ShouldBe(new AgentCallCount(5, 2));
        (await Store.Facts.CountAgentCallsAsync(Any.Engagement, 3, Ct)).ShouldBe(new AgentCallCount(3, 1));
        (await Store.Facts.CountAgentCallsAsync(Any.Id(), 100, Ct)).ShouldBe(new AgentCallCount(0, 0));

        await Store.Settings.SetSuspendedAsync(Any.Engagement, false, Herald.Store.Settings.SuspensionType.ApiAction, null, Noon + Duration.FromSeconds(2), Ct);
        (await Store.Facts.CountAgentCallsAsync(Any.Engagement, 100, Ct)).ShouldBe(new AgentCallCount(2, 0));
    }

    [Fact]
    public async Task The_last_conversation_of_a_subject_is_known_and_an_attempt_without_one_is_not()
    {
        var subject = new LimitKey(LimitScope.Subject, "us-cfpb-debt:ada");
        var other = new LimitKey(LimitScope.Subject, "us-cfpb-debt:bob");
        foreach (var (key, minute, result) in new[] { (subject, 1, DeliveryResult.LiveAnswer), (subject, 2, DeliveryResult.NoAnswer), (other, 3, DeliveryResult.Busy) })
        {
            var task = Any.Ready();
            await Store.Intake.AppendAsync(task, Ct);
            await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task, new LimitDemand(key, 7, Noon - Duration.FromDays(7)))), Ct);
            await Store.Queue.FinishAsync(Any.Finished(task, Owner, Noon + Duration.FromMinutes(minute), result), Ct);
        }

        (await Store.Facts.TalkedAtAsync([subject, other], Noon - Duration.FromDays(7), Ct))
            .ShouldBe(new Dictionary<LimitKey, Instant> { [subject] = Noon + Duration.FromMinutes(1) });
        (await Store.Facts.TalkedAtAsync([subject, other], Noon + Duration.FromMinutes(1), Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_happened_to_a_number_is_known_whichever_engagement_called_it()
    {
        var abandoned = Any.Ready();
        var machine = Any.Ready(Any.Task(number: abandoned.Task.Contacts[0].MobilePhone!));
        var other = Any.Ready();
        foreach (var task in new[] { abandoned, machine, other })
            await Store.Intake.AppendAsync(task, Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(abandoned), Any.Start(machine), Any.Start(other)), Ct);
        var later = Noon + Duration.FromMinutes(1);
        var finished = Any.Finished(abandoned, Owner, Noon);
        await Store.Queue.FinishAsync(finished with { Outcome = finished.Outcome with { Abandoned = true } }, Ct);
        await Store.Queue.FinishAsync(Any.Finished(machine, Owner, later, DeliveryResult.AnsweringMachineHangup), Ct);
        await Store.Queue.FinishAsync(Any.Finished(other, Owner, later), Ct);

        LimitKey[] numbers = [.. new[] { abandoned, other }.Select(task => new LimitKey(LimitScope.Phone, task.Task.Contacts[0].MobilePhone!))];
        (await Store.Facts.NumberEventsAsync(numbers, Noon - Duration.FromDays(3), Ct)).ShouldBe([new NumberEvents(numbers[0], Noon, later)]);
        (await Store.Facts.NumberEventsAsync(numbers, later, Ct)).ShouldBeEmpty();
        (await Under.ReadAsync("select count(*) from attempt_log where kind = 2 and reason = 'abandoned'")).ShouldBe(1);
    }

    // Lists differ in kind, not in what they hold.
    private static string Written(DeliveryTask task) => Encoding.UTF8.GetString(BodyJson.Write(TaskBody.Of(task)));
}
