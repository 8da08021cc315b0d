using Herald.Core.Deliveries;
using Herald.Testing;
using NodaTime;

namespace Herald.Dispatch.Tests.Inbound;

public abstract class ReplyTests(Func<TimeProvider, Task<StoreUnderTest>> open)
{
    [Fact]
    public async Task Nobody_replies_within_the_first_response_timeout()
    {
        var time = InboundRig.Clock();
        await using var place = await open(time);
        await using var rig = await InboundRig.StartAsync(place.Store, time);
        var task = await rig.DeliveredAsync("+15551230001");
        await InboundRig.UntilAsync(async () => (await rig.DeliveryAsync(task)).ReasonCode == ReasonCode.NoReply);
        var delivery = await rig.DeliveryAsync(task);
        delivery.Status.ShouldBe(DeliveryStatus.Complete);
        delivery.Result.ShouldBe(DeliveryResult.Delivered);

        // What was said in time counts, however late it is read; a later word comes in by itself.
        await rig.Channel.MessageAsync("+15551230001", "too late", rig.Now);
        (await place.ReadAsync("select count(*) from conversation where late and delivery_id is not null")).ShouldBe(1);
        (await rig.DeliveryAsync(task)).ReasonCode.ShouldBe(ReasonCode.NoReply);
    }

    [Fact]
    public async Task A_reply_before_the_receipt_is_in_time_and_leaves_no_reason()
    {
        var time = InboundRig.Clock();
        await using var place = await open(time);
        await using var rig = await InboundRig.StartAsync(place.Store, time);
        var task = Engine.Make.Task(rig.Engagement, rig.Now, contacts: Engine.Make.Contact("+15551230002"));
        await rig.Engine.Intake.AcceptAsync(task, null, CancellationToken.None);
        await InboundRig.UntilAsync(async () => (await rig.DeliveryAsync(task)).State == DeliveryState.Sent);
        await rig.Channel.MessageAsync("+15551230002", "is this you?", rig.Now + Duration.FromMinutes(6));
        await rig.Channel.ReceiptAsync(rig.Channel.Sent.Single().DeliveryId, rig.Now);
        await InboundRig.UntilAsync(async () => (await rig.DeliveryAsync(task)).State == DeliveryState.Ended);
        (await place.ReadAsync("select count(*) from delivery where conversation_id is not null and reply_due_at is null and reason_code is null")).ShouldBe(1);
        (await place.ReadAsync("select count(*) from conversation_message where text = 'is this you?'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_text_of_somebody_we_never_wrote_to_is_kept()
    {
        var time = InboundRig.Clock();
        await using var place = await open(time);
        await using var rig = await InboundRig.StartAsync(place.Store, time);
        await rig.Channel.MessageAsync("+15551230003", "hello?", rig.Now);
        (await place.ReadAsync("select count(*) from conversation where not late and not isoutbound and delivery_id is null")).ShouldBe(1);
    }

    [Fact]
    public async Task A_confirmation_waits_for_a_slot_and_is_sent_once()
    {
        var time = InboundRig.Clock();
        await using var place = await open(time);
        await using var rig = await InboundRig.StartAsync(place.Store, time);
        rig.Channel.Busy = true;
        await rig.Channel.MessageAsync("+15551230004", "STOP", rig.Now);
        await rig.Channel.MessageAsync("+15551230004", "stop", rig.Now);
        (await place.ReadAsync("select count(*) from owed_answer")).ShouldBe(1);
        rig.Channel.Busy = false;
        await InboundRig.UntilAsync(async () => await place.ReadAsync("select count(*) from owed_answer") == 0);
        rig.Channel.Answers.ShouldHaveSingleItem().To.ShouldBe("+15551230004");
        await rig.Channel.MessageAsync("+15551230004", "UNSTOP", rig.Now);
        await InboundRig.UntilAsync(() => Task.FromResult(rig.Channel.Answers.Count == 2));
    }
}
