using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Dispatch.Channels.Simulated;
using Herald.Store.Queue;
using Herald.Store.Settings;
using Herald.Testing;
using NodaTime;

namespace Herald.Dispatch.Tests.Engine;

/// <summary>Texts: acknowledgement, receipt, throttle, reply.</summary>
public partial class PassTests
{
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
}
