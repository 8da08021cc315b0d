using CsCheck;
using Herald.Core.Deliveries;
using Herald.Store.Intake;
using Herald.Store.Queue;

namespace Herald.Store.Tests.Queue;

public abstract class ReceiptConformance(StoreEngine engine) : StoreConformance(engine)
{
    private static readonly Guid Profile = Guid.Parse("0193a000-0000-7000-8000-00000000000a");
    private static int messages;

    private enum Event
    {
        Acknowledged,
        FirstReceipt,
        SecondReceipt,
        Duplicate,
    }

    [Fact]
    public void Receipts_in_every_order_end_the_message_once() =>
        Gen.Shuffle(Enum.GetValues<Event>()).Sample(
            order => EndsOnceAsync(order).GetAwaiter().GetResult(), iter: 24, threads: 1);

    [Fact]
    public async Task A_late_receipt_corrects_unknown_and_nothing_else()
    {
        var task = await SentAsync("late");
        await Store.Queue.FinishAsync(End(task, DeliveryResult.Unknown), Ct);

        (await Store.Receipts.KeepAsync(Receipt("late", DeliveryResult.Delivered), Ct)).Delivery.ShouldBeNull();
        var view = (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!;
        view.Deliveries[0].Result.ShouldBe(DeliveryResult.Delivered);
        view.CustomerReached.ShouldBeTrue();

        (await Store.Receipts.KeepAsync(Receipt("late", DeliveryResult.NotDelivered), Ct)).Delivery.ShouldBeNull();
        (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!.Deliveries[0].Result.ShouldBe(DeliveryResult.Delivered);
        (await Store.Receipts.ReadMatchedAsync(10, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_segment_is_enough()
    {
        var task = await SentAsync("one", "two");

        (await Store.Receipts.KeepAsync(Receipt("two", DeliveryResult.NotDelivered), Ct)).Delivery.ShouldBe(task.DeliveryId);
    }

    [Fact]
    public async Task A_receipt_survives_the_process_that_kept_it()
    {
        var task = await SentAsync("kept");
        await Store.Receipts.KeepAsync(Receipt("kept", DeliveryResult.Delivered), Ct);
        await Under.ReopenAsync();

        var (receipt, row) = (await Store.Receipts.ReadMatchedAsync(10, Ct)).ShouldHaveSingleItem();

        receipt.ShouldBe(Receipt("kept", DeliveryResult.Delivered));
        row.DeliveryId.ShouldBe(task.DeliveryId);
        row.History.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_overdue_receipt_shows_and_holds_no_slot()
    {
        var task = await SentAsync("silent");

        (await Store.Queue.CountInFlightAsync(Any.Engagement, Ct)).ShouldBe(0);
        (await Store.Queue.ReadOverdueReceiptsAsync(Noon + Duration.FromHours(24) - Duration.FromMilliseconds(1), 10, Ct)).ShouldBeEmpty();
        (await Store.Queue.ReadOverdueReceiptsAsync(Noon + Duration.FromHours(24), 10, Ct)).ShouldHaveSingleItem().DeliveryId.ShouldBe(task.DeliveryId);
    }

    [Fact]
    public async Task A_reply_finds_the_newest_message_the_carrier_took()
    {
        var task = await SentAsync("asked");
        var number = task.Task.Contacts[0].MobilePhone!;
        (await Store.Facts.LastMessageAsync(number, Ct)).ShouldBe(new LastMessage(task.DeliveryId, Any.Engagement, Noon, Guid.Parse(task.Task.Contacts[0].UniqueIdentifier), true));

        await Store.Queue.FinishAsync(Any.Finished(task, null, Noon + Duration.FromMinutes(3), DeliveryResult.Delivered), Ct);
        (await Store.Facts.LastMessageAsync(number, Ct))!.At.ShouldBe(Noon + Duration.FromMinutes(3));
        var unsent = await StartedAsync();
        (await Store.Facts.LastMessageAsync(unsent.Task.Contacts[0].MobilePhone!, Ct)).ShouldBeNull();
    }

    private async Task EndsOnceAsync(Event[] order)
    {
        var (one, two) = ($"m{++messages}", $"m{++messages}");
        var task = await StartedAsync();
        var ends = 0;
        foreach (var step in order)
        {
            if (step == Event.Acknowledged)
                (await Store.Queue.SentAsync(new SentDelivery(task.DeliveryId, Owner, Profile, [one, two], Noon, Noon + Duration.FromHours(24)), Ct)).ShouldBeTrue();
            else if (await Store.Receipts.KeepAsync(Receipt(step == Event.SecondReceipt ? two : one, DeliveryResult.Delivered), Ct) is { Delivery: not null })
                ends += await Store.Queue.FinishAsync(End(task, DeliveryResult.Delivered), Ct) ? 1 : 0;
            foreach (var _ in await Store.Receipts.ReadMatchedAsync(10, Ct))
                ends += await Store.Queue.FinishAsync(End(task, DeliveryResult.Delivered), Ct) ? 1 : 0;
        }

        ends.ShouldBe(1);
        (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!.Status.ShouldBe(DeliveryStatus.Complete);
        (await Store.Receipts.ReadMatchedAsync(10, Ct)).ShouldBeEmpty();
        (await Under.ReadAsync("select count(*) from kept_receipt")).ShouldBe(0);
    }

    private async Task<NewTask> StartedAsync()
    {
        var task = Any.Ready(Any.Task(channel: Channel.Sms));
        await Store.Intake.AppendAsync(task, Ct);
        (await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct)).Started.Count.ShouldBe(1);
        return task;
    }

    private async Task<NewTask> SentAsync(params string[] ids)
    {
        var task = await StartedAsync();
        (await Store.Queue.SentAsync(new SentDelivery(task.DeliveryId, Owner, Profile, ids, Noon, Noon + Duration.FromHours(24)), Ct)).ShouldBeTrue();
        return task;
    }

    private static FinishedDelivery End(NewTask task, DeliveryResult result) => Any.Finished(task, null, Noon, result);

    private static KeptReceipt Receipt(string id, DeliveryResult result) => new(Profile, id, result, Noon, "{\"stat\":\"DELIVRD\"}");
}
