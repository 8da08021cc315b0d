using Herald.Core.Deliveries;
using Herald.Store.Inbound;
using Herald.Store.Intake;
using Herald.Store.Queue;

namespace Herald.Store.Tests.Inbound;

/// <summary>Replies, consent by message, owed confirmations, and messages in parts.</summary>
public abstract class InboundConformance(StoreEngine engine) : StoreConformance(engine)
{
    private static readonly Guid Account = Guid.Parse("0193a000-0000-7000-8000-00000000000c");
    private static readonly Guid Other = Guid.Parse("0193a000-0000-7000-8000-00000000000d");
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public async Task A_stop_changes_the_consent_once_and_owes_one_confirmation()
    {
        var number = Any.Number();
        (await ConsentAsync(number, true)).ShouldBeTrue();
        (await ConsentAsync(number, true)).ShouldBeFalse();
        (await Store.Facts.OptedOutAsync(Channel.Sms, [number], Ct)).ShouldContain(number);

        var answer = (await ClaimAsync(Owner)).ShouldHaveSingleItem();
        answer.To.ShouldBe(number);
        (await ClaimAsync(Other)).ShouldBeEmpty();
        await Store.Inbound.SettleAnswerAsync(answer.Id, Ct);

        (await ConsentAsync(number, false)).ShouldBeTrue();
        (await ConsentAsync(number, false)).ShouldBeFalse();
        (await Store.Facts.OptedOutAsync(Channel.Sms, [number], Ct)).ShouldBeEmpty();
        (await ClaimAsync(Owner)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_start_of_somebody_who_is_not_opted_out_changes_nothing() => (await ConsentAsync(Any.Number(), false)).ShouldBeFalse();

    [Fact]
    public async Task An_answer_that_was_not_sent_is_owed_again_later_and_one_that_may_have_left_is_not()
    {
        await ConsentAsync(Any.Number(), true);
        var answer = (await ClaimAsync(Owner)).ShouldHaveSingleItem();
        await Store.Inbound.ReleaseAnswerAsync(answer.Id, Owner, Noon + Minute, Ct);
        (await ClaimAsync(Other)).ShouldBeEmpty();
        (await Store.Inbound.ClaimAnswersAsync(Other, Noon + Minute, 10, Ct)).ShouldHaveSingleItem().ShouldBe(answer);
        // Its process dies with it.
        await Under.ReopenAsync();
        (await Store.Inbound.ClaimAnswersAsync(Owner, Noon + Minute + Minute, 10, Ct)).ShouldBeEmpty();
        (await Store.Inbound.DropAnswersAsync(Noon + Minute, Ct)).ShouldBe(0);
        (await Store.Inbound.DropAnswersAsync(Noon + Minute * 4, Ct)).ShouldBe(1);
    }

    [Fact]
    public async Task A_confirmation_whose_process_died_before_it_was_claimed_is_still_owed()
    {
        await ConsentAsync(Any.Number(), true);
        await Under.ReopenAsync();
        (await ClaimAsync(Other)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reply_in_time_opens_the_conversation_of_its_delivery_and_a_second_one_joins_it()
    {
        var task = await DeliveredAsync();
        await ReplyAsync(task, "first", inTime: true);
        await ReplyAsync(task, "second", inTime: true);
        await ReplyAsync(task, "third", inTime: false);
        (await CountAsync("conversation where late")).ShouldBe(0);
        (await CountAsync("conversation where isoutbound")).ShouldBe(1);
        (await CountAsync("conversation_message")).ShouldBe(3);
        (await CountAsync("delivery d join conversation c on c.id = d.conversation_id and c.delivery_id = d.id")).ShouldBe(1);
        (await Store.Inbound.ReadDueRepliesAsync(Noon + Minute * 60, 10, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_reply_comes_in_by_itself_with_a_link_and_the_mark()
    {
        var task = await DeliveredAsync();
        await ReplyAsync(task, "late", inTime: false);
        await ReplyAsync(task, "later", inTime: false);
        (await CountAsync("conversation where late and not isoutbound and delivery_id is not null")).ShouldBe(1);
        (await CountAsync("conversation_message")).ShouldBe(2);
        (await CountAsync("delivery where conversation_id is not null")).ShouldBe(0);
    }

    [Fact]
    public async Task A_reply_in_time_closes_the_conversation_that_was_open_with_that_number()
    {
        var number = Any.Number();
        await Store.Inbound.KeepReplyAsync(new KeptReply(number, "15550199", "hello?", Noon, null, null, false), Ct);
        var task = await DeliveredAsync(number);
        await ReplyAsync(task, "yes please", inTime: true);
        (await CountAsync("conversation where state = 1 and delivery_id is null and statuschangereason = 192350010")).ShouldBe(1);
        (await CountAsync("conversation where state = 0 and delivery_id is not null")).ShouldBe(1);
    }

    [Fact]
    public async Task An_engagement_may_leave_the_open_conversation_open()
    {
        var number = Any.Number();
        await Under.AddEngagementAsync(Any.Engagement);
        await Under.WriteAsync($"update engagement set close_existing_conversations = {(Engine == StoreEngine.Sqlite ? "0" : "false")}");
        await Store.Inbound.KeepReplyAsync(new KeptReply(number, "15550199", "hello?", Noon, null, null, false), Ct);
        await ReplyAsync(await DeliveredAsync(number), "yes please", inTime: true);
        (await CountAsync("conversation where state = 0")).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_message_of_the_carrier_is_kept_once()
    {
        var task = await DeliveredAsync();
        await ReplyAsync(task, "hello", inTime: true, source: "SM1");
        await ReplyAsync(task, "hello", inTime: true, source: "SM1");
        (await CountAsync("conversation_message")).ShouldBe(1);
    }

    [Fact]
    public async Task Texts_go_with_the_task_they_answer()
    {
        var task = await DeliveredAsync();
        await ReplyAsync(task, "private", inTime: true);
        (await Store.Pruning.PruneTasksAsync(Noon + Duration.FromDays(1), Noon + Duration.FromDays(1_000), 10, Ct)).ShouldBe(1);
        (await CountAsync("conversation_message")).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_replied_in_time()
    {
        var task = await DeliveredAsync();
        (await Store.Inbound.ReadDueRepliesAsync(Noon + Minute * 5 - Duration.FromMilliseconds(1), 10, Ct)).ShouldBeEmpty();
        var due = (await Store.Inbound.ReadDueRepliesAsync(Noon + Minute * 5, 10, Ct)).ShouldHaveSingleItem();
        due.ShouldBe(new DueReply(task.DeliveryId, Any.Engagement, Noon));

        await Store.Inbound.WriteReplyLooksAsync([new ReplyLook(due.DeliveryId, Noon + Minute * 6, null)], Noon, Ct);
        (await ReasonAsync(task)).ShouldBeNull();
        await Store.Inbound.WriteReplyLooksAsync([new ReplyLook(due.DeliveryId, null, "Nobody.")], Noon + Minute * 6, Ct);
        (await ReasonAsync(task)).ShouldBe(ReasonCode.NoReply);
        (await Store.Inbound.ReadDueRepliesAsync(Noon + Minute * 60, 10, Ct)).ShouldBeEmpty();

        // Sent in time, and read only now.
        await ReplyAsync(task, "sorry", inTime: true);
        (await ReasonAsync(task)).ShouldBeNull();
        await Store.Inbound.WriteReplyLooksAsync([new ReplyLook(due.DeliveryId, null, "Nobody.")], Noon + Minute * 7, Ct);
        (await ReasonAsync(task)).ShouldBeNull();
    }

    [Fact]
    public async Task Parts_in_any_order_and_twice_make_one_message()
    {
        (await KeepAsync(Part(3))).ShouldBeEmpty();
        (await KeepAsync(Part(1))).ShouldBeEmpty();
        (await KeepAsync(Part(1))).ShouldBeEmpty();
        await Under.ReopenAsync();
        var whole = await KeepAsync(Part(2));
        whole.Select(part => part.Number).ShouldBe([1, 2, 3]);
        whole[1].Content.ShouldBe(Part(2).Content);

        await Store.Inbound.SettlePartsAsync(whole[0], Noon, Ct);
        (await KeepAsync(Part(2))).ShouldBeEmpty();
        (await StaleAsync(Noon + Minute * 60)).ShouldBeEmpty();
        (await Store.Inbound.DropPartsAsync(Noon + Minute, Ct)).ShouldBe(3);
    }

    [Fact]
    public async Task The_reference_used_again_is_another_message()
    {
        foreach (var number in new[] { 1, 2, 3 })
            await KeepAsync(Part(number));
        await Store.Inbound.SettlePartsAsync(Part(1), Noon, Ct);
        (await KeepAsync(Part(1, "x"))).ShouldBeEmpty();
        (await KeepAsync(Part(2, "y"))).ShouldBeEmpty();
        (await KeepAsync(Part(3, "z"))).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_message_whose_taker_died_is_taken_again_and_one_without_its_rest_in_the_end()
    {
        foreach (var number in new[] { 1, 2, 3 })
            await KeepAsync(Part(number));
        await KeepAsync(Part(2) with { Reference = 8 });
        (await StaleAsync(Noon + Duration.FromSeconds(29))).ShouldBeEmpty();
        (await StaleAsync(Noon + Duration.FromSeconds(31))).ShouldHaveSingleItem().Count.ShouldBe(3);
        // Claimed anew until the minute after.
        (await StaleAsync(Noon + Duration.FromSeconds(32))).ShouldBeEmpty();
        await Store.Inbound.SettlePartsAsync(Part(1), Noon, Ct);
        (await StaleAsync(Noon + Minute * 5)).ShouldHaveSingleItem().ShouldHaveSingleItem().Reference.ShouldBe(8);
    }

    private Task<bool> ConsentAsync(string number, bool optedOut) => Store.Inbound.SetConsentAsync(
        new ConsentReply(Channel.Sms, number, optedOut, Noon, new NewAnswer("acme", "15550199", number, optedOut ? "Stopped." : "Started.", Noon, Noon + Minute * 4)), Ct);

    private Task<IReadOnlyList<OwedAnswer>> ClaimAsync(Guid owner) => Store.Inbound.ClaimAnswersAsync(owner, Noon, 10, Ct);

    private Task ReplyAsync(NewTask task, string text, bool inTime, string? source = null) => Store.Inbound.KeepReplyAsync(
        new KeptReply(task.Task.Contacts[0].MobilePhone!, "15550199", text, Noon + Minute, source, task.DeliveryId, inTime, Any.Engagement), Ct);

    private Task<long> CountAsync(string what) => Under.ReadAsync($"select count(*) from {what}");

    private async Task<string?> ReasonAsync(NewTask task) => (await Store.Tasks.ReadAsync(task.Task.Id, Ct))!.Deliveries[0].ReasonCode;

    private Task<IReadOnlyList<KeptPart>> KeepAsync(KeptPart part) => Store.Inbound.KeepPartsAsync([part], Noon, Noon + Duration.FromSeconds(30), Ct);

    private Task<IReadOnlyList<IReadOnlyList<KeptPart>>> StaleAsync(Instant now) =>
        Store.Inbound.ClaimStalePartsAsync(now - Duration.FromSeconds(30), now - Minute * 5, now, now + Minute, 10, Ct);

    private static KeptPart Part(int number, string text = "part") =>
        new(Account, "+15551230000", "15550199", false, 7, 3, number, 0, System.Text.Encoding.ASCII.GetBytes($"{text} {number}"), Noon);

    private async Task<NewTask> DeliveredAsync(string? number = null)
    {
        var task = Any.Ready(Any.Task(channel: Channel.Sms, number: number));
        await Store.Intake.AppendAsync(task, Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct);
        await Store.Queue.SentAsync(new SentDelivery(task.DeliveryId, Owner, Account, [task.DeliveryId.ToString("N")], Noon, Noon + Minute), Ct);
        (await Store.Queue.FinishAsync(Any.Finished(task, null, Noon, DeliveryResult.Delivered) with { ReplyDueAt = Noon + Minute * 5 }, Ct)).ShouldBeTrue();
        return task;
    }
}
