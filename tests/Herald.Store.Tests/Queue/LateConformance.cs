using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Store.Intake;
using Herald.Store.Queue;
using Herald.Store.Reporting;

namespace Herald.Store.Tests.Queue;

/// <summary>What comes after a message was given up: it corrects Unknown, never goes backwards, and opens nothing again.</summary>
public abstract class LateConformance(StoreEngine engine) : StoreConformance(engine)
{
    private static readonly Guid Account = Guid.Parse("0193a000-0000-7000-8000-00000000000b");
    private static readonly Duration Hour = Duration.FromHours(1);

    [Fact]
    public async Task An_answer_that_came_late_makes_the_receipts_count()
    {
        var task = await UnansweredAsync();
        (await LateAsync(task, ["a"])).ShouldBe(LateSubmitFate.Taken);
        (await ViewAsync(task)).Result.ShouldBe(DeliveryResult.Unknown);

        (await ReceiptAsync("a", DeliveryResult.Delivered)).ShouldBe(new ReceiptAnswer(null, true));
        (await ViewAsync(task)).Result.ShouldBe(DeliveryResult.Delivered);
        (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!.CustomerReached.ShouldBeTrue();
        (await LateAsync(task, ["a"])).ShouldBe(LateSubmitFate.Ignored);
        (await LateAsync(task, [], Refusal)).ShouldBe(LateSubmitFate.Ignored);
        (await ViewAsync(task)).Result.ShouldBe(DeliveryResult.Delivered);
        (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!.Deliveries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_receipt_before_the_late_answer_is_not_lost()
    {
        var task = await UnansweredAsync();
        (await ReceiptAsync("early", DeliveryResult.NotDelivered)).ShouldBe(new ReceiptAnswer(null, false));
        (await LateAsync(task, ["early"])).ShouldBe(LateSubmitFate.Taken);
        (await ViewAsync(task)).Result.ShouldBe(DeliveryResult.NotDelivered);
        (await Under.ReadAsync("select count(*) from kept_receipt")).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_in_parts_is_delivered_when_every_part_is()
    {
        var task = await UnansweredAsync();
        (await LateAsync(task, ["one", "two"], segments: 3)).ShouldBe(LateSubmitFate.Taken);
        await ReceiptAsync("one", DeliveryResult.Delivered);
        await ReceiptAsync("two", DeliveryResult.Delivered);
        await ReceiptAsync("two", DeliveryResult.Delivered);
        (await ViewAsync(task)).Result.ShouldBe(DeliveryResult.Unknown);
        (await LateAsync(task, ["three"], segments: 3)).ShouldBe(LateSubmitFate.Taken);
        await ReceiptAsync("three", DeliveryResult.Delivered);
        (await ViewAsync(task)).Result.ShouldBe(DeliveryResult.Delivered);
    }

    [Fact]
    public async Task The_same_answer_twice_forgets_no_receipt()
    {
        var task = await UnansweredAsync();
        await LateAsync(task, ["one", "two"], segments: 2);
        await ReceiptAsync("one", DeliveryResult.Delivered);
        (await LateAsync(task, ["one"], segments: 2)).ShouldBe(LateSubmitFate.Taken);
        await ReceiptAsync("one", DeliveryResult.Delivered);
        (await ViewAsync(task)).Result.ShouldBe(DeliveryResult.Unknown);
        await ReceiptAsync("two", DeliveryResult.Delivered);
        (await ViewAsync(task)).Result.ShouldBe(DeliveryResult.Delivered);
    }

    [Fact]
    public async Task A_late_refusal_is_the_end_it_names()
    {
        var task = await UnansweredAsync();
        (await LateAsync(task, [], Refusal)).ShouldBe(LateSubmitFate.Taken);
        var view = await ViewAsync(task);
        view.Result.ShouldBe(DeliveryResult.NotDelivered);
        view.ReasonCode.ShouldBe("smpp_0x0000000B");
        (await LateAsync(task, ["a"])).ShouldBe(LateSubmitFate.Ignored);
        (await ViewAsync(task)).Result.ShouldBe(DeliveryResult.NotDelivered);
    }

    [Fact]
    public async Task Without_receipts_being_taken_late_is_delivered()
    {
        var task = await UnansweredAsync();
        await Store.Receipts.TakeLateSubmitAsync(new LateSubmit(task.DeliveryId, Account, ["x"], 1, false, null, Noon + Hour), Ct);
        var view = await ViewAsync(task);
        view.Result.ShouldBe(DeliveryResult.Delivered);
        view.ReasonCode.ShouldBe(ReasonCode.Accepted);
    }

    [Fact]
    public async Task It_waits_for_the_end_of_its_attempt()
    {
        var task = await StartedAsync();
        (await LateAsync(task, ["a"])).ShouldBe(LateSubmitFate.NotYet);
        (await Store.Queue.SentAsync(new SentDelivery(task.DeliveryId, Owner, Account, ["a"], Noon, Noon + Hour), Ct)).ShouldBeTrue();
        (await LateAsync(task, ["a"])).ShouldBe(LateSubmitFate.Ignored);
    }

    [Fact]
    public async Task Of_a_message_in_parts_whose_receipts_timed_out_one_late_receipt_is_not_enough()
    {
        var task = await StartedAsync();
        await Store.Queue.SentAsync(new SentDelivery(task.DeliveryId, Owner, Account, ["p1", "p2"], Noon, Noon + Hour), Ct);
        await Store.Queue.FinishAsync(Any.Finished(task, null, Noon + Hour, DeliveryResult.Unknown), Ct);
        (await ReceiptAsync("p1", DeliveryResult.Delivered)).IsLate.ShouldBeFalse();
        (await ViewAsync(task)).Result.ShouldBe(DeliveryResult.Unknown);
        (await ReceiptAsync("p2", DeliveryResult.Delivered)).IsLate.ShouldBeTrue();
        (await ViewAsync(task)).Result.ShouldBe(DeliveryResult.Delivered);
        (await Store.Receipts.ReadMatchedAsync(10, Ct)).ShouldBeEmpty();
    }

    private static AttemptOutcome Refusal => new() { Result = DeliveryResult.NotDelivered, EndedAt = Noon, ReasonCode = "smpp_0x0000000B", Reason = "Refused." };

    private Task<LateSubmitFate> LateAsync(NewTask task, IReadOnlyList<string> ids, AttemptOutcome? refused = null, int segments = 1) =>
        Store.Receipts.TakeLateSubmitAsync(new LateSubmit(task.DeliveryId, Account, ids, segments, true, refused, Noon + Hour), Ct);

    private Task<ReceiptAnswer> ReceiptAsync(string id, DeliveryResult result) => Store.Receipts.KeepAsync(new KeptReceipt(Account, id, result, Noon + Hour, null), Ct);

    private async Task<DeliveryView> ViewAsync(NewTask task) => (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!.Deliveries[0];

    private async Task<NewTask> UnansweredAsync()
    {
        var task = await StartedAsync();
        (await Store.Queue.FinishAsync(Any.Finished(task, Owner, Noon, DeliveryResult.Unknown), Ct)).ShouldBeTrue();
        return task;
    }

    private async Task<NewTask> StartedAsync()
    {
        var task = Any.Ready(Any.Task(channel: Channel.Sms));
        await Store.Intake.AppendAsync(task, Ct);
        (await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct)).Started.Count.ShouldBe(1);
        return task;
    }
}
