using Herald.Core.Deliveries;
using Herald.Store.Inbound;
using Herald.Store.Intake;
using Herald.Store.Queue;

namespace Herald.Store.Tests.Inbound;

/// <summary>Two processes that hear the same person at once.</summary>
public sealed class PostgresInboundRaceTests() : StoreConformance(StoreEngine.Postgres)
{
    private const int Races = 60;

    [Fact]
    public async Task Of_many_stops_at_two_processes_one_is_confirmed()
    {
        await using var second = await Under.OpenAnotherAsync();
        for (var race = 0; race < Races; race++)
        {
            var number = Any.Number();
            var reply = new ConsentReply(Channel.Sms, number, true, Noon, new NewAnswer("acme", "1", number, "Stopped.", Noon, Noon + Duration.FromMinutes(4)));
            var said = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? Store : second).Inbound.SetConsentAsync(reply, Ct)));
            said.Count(changed => changed).ShouldBe(1);
        }

        (await Under.ReadAsync("select count(*) from owed_answer")).ShouldBe(Races);
        (await Under.ReadAsync("select count(*) from consent")).ShouldBe(Races);
        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? Store : second).Inbound.ClaimAnswersAsync(Guid.NewGuid(), Noon, 25, Ct)));
        claimed.SelectMany(answers => answers).Select(answer => answer.Id).ShouldBeUnique();
        claimed.Sum(answers => answers.Count).ShouldBe(Races);
    }

    [Fact]
    public async Task Parts_that_come_to_two_processes_make_one_message()
    {
        await using var second = await Under.OpenAnotherAsync();
        for (var race = 0; race < Races; race++)
        {
            var parts = Enumerable.Range(1, 4).Select(number => new KeptPart(Owner, "+15551230001", "15550199", true, race, 4, number, 0, [(byte)number], Noon));
            var taken = await Task.WhenAll(parts.Select(part => (part.Number % 2 == 0 ? Store : second).Inbound.KeepPartsAsync([part], Noon, Noon + Duration.FromMinutes(1), Ct)));
            taken.Where(whole => whole.Count > 0).ShouldHaveSingleItem().Select(part => part.Number).ShouldBe([1, 2, 3, 4]);
        }
    }

    [Fact]
    public async Task A_receipt_kept_while_its_message_is_acknowledged_elsewhere_is_matched()
    {
        await using var second = await Under.OpenAnotherAsync();
        var account = Any.Id();
        var tasks = new List<NewTask>();
        for (var i = 0; i < 200; i++)
        {
            var task = Any.Ready(Any.Task(channel: Channel.Sms));
            tasks.Add(task);
            await Store.Intake.AppendAsync(task, Ct);
        }

        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, [.. tasks.Select(task => Any.Start(task))]), Ct);
        var ended = new HashSet<Guid>();
        await Task.WhenAll(tasks.Select(task => Task.Run(async () =>
        {
            var id = task.DeliveryId.ToString("N");
            var sent = Store.Queue.SentAsync(new SentDelivery(task.DeliveryId, Owner, account, [id], Noon, Noon + Duration.FromHours(1)), Ct);
            var kept = await second.Receipts.KeepAsync(new KeptReceipt(account, id, DeliveryResult.Delivered, Noon, null), Ct);
            await sent;
            if (kept.Delivery is { } delivery)
                lock (ended)
                    ended.Add(delivery);
        })));
        foreach (var (_, row) in await Store.Receipts.ReadMatchedAsync(500, Ct))
            ended.Add(row.DeliveryId);
        foreach (var (_, delivery) in await second.Receipts.MatchStraysAsync(Noon, 500, Ct))
            ended.Add(delivery);
        ended.Count.ShouldBe(tasks.Count);
        (await Under.ReadAsync("select count(*) from kept_receipt")).ShouldBe(0);
        (await Under.ReadAsync("select count(*) from delivery where receipts_left > 0")).ShouldBe(0);
    }

    [Fact]
    public async Task Replies_at_two_processes_share_one_conversation()
    {
        await using var second = await Under.OpenAnotherAsync();
        var number = Any.Number();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? Store : second).Inbound.KeepReplyAsync(new KeptReply(number, "1", $"text {i}", Noon, null, null, false), Ct)));
        (await Under.ReadAsync("select count(*) from conversation")).ShouldBe(1);
        (await Under.ReadAsync("select count(*) from conversation_message")).ShouldBe(20);
    }
}
