using Herald.Smpp.Accounts;
using Herald.Smpp.Inbound;
using Herald.Smpp.Protocol;
using Herald.Smpp.Tests.Smscs;
using Herald.Smpp.Text;

namespace Herald.Smpp.Tests.Accounts;

/// <summary>Against an implementation of SMPP that is not ours.</summary>
public partial class AccountWithNodeSmscTests(NodeSmsc smsc) : IClassFixture<NodeSmsc>, IAsyncLifetime
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("0123456789", 40)); // 3 segments

    public async ValueTask InitializeAsync() => await smsc.ResetAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_message_is_accepted_and_its_receipt_has_its_key()
    {
        await using var esme = await Esme.UpAsync(smsc.Port);
        var accepted = (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Accepted>();
        var receipt = await esme.Handler.ReceiptAsync();
        receipt.Keys.ShouldBe([accepted.Parts.ShouldHaveSingleItem().Key]);
        receipt.Verdict.ShouldBe(ReceiptVerdict.Delivered);
        receipt.From.ShouldBe("+15551230000");
    }

    [Theory]
    [InlineData("hello [€]", 0)]
    [InlineData("héllo 漢字 😀", 8)]
    public async Task The_smsc_reads_the_text_we_wrote(string text, int coding)
    {
        await using var esme = await Esme.UpAsync(smsc.Port);
        await esme.SubmitAsync(text, from: "Herald");
        var entry = (await smsc.LogAsync())[0];
        entry.GetProperty("text").GetString().ShouldBe(text);
        entry.GetProperty("dcs").GetInt32().ShouldBe(coding);
        entry.GetProperty("fromTon").GetInt32().ShouldBe(5);
        entry.GetProperty("to").GetString().ShouldBe("15551230000");
        entry.GetProperty("toTon").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData(SmsConcatenation.Udh8)]
    [InlineData(SmsConcatenation.Udh16)]
    [InlineData(SmsConcatenation.Sar)]
    public async Task The_smsc_can_put_the_parts_together(SmsConcatenation concatenation)
    {
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.Text = new SmppTextRules { Concatenation = concatenation });
        var accepted = (await esme.SubmitAsync(Long)).ShouldBeOfType<SubmitOutcome.Accepted>();
        accepted.Parts.Select(part => part.Number).ShouldBe([1, 2, 3]);
        accepted.Parts.Select(part => part.Key).Distinct().Count().ShouldBe(3);

        var log = (await smsc.LogAsync()).EnumerateArray().ToList();
        log.Count.ShouldBe(3);
        string.Concat(log.Select(entry => entry.GetProperty("text").GetString())).ShouldBe(Long);
        if (concatenation == SmsConcatenation.Sar)
        {
            log.Select(entry => entry.GetProperty("sar")[2].GetInt32()).ShouldBe([1, 2, 3]);
            log.ShouldAllBe(entry => entry.GetProperty("sar")[1].GetInt32() == 3);
            return;
        }
        log.ShouldAllBe(entry => entry.GetProperty("esm").GetInt32() == 0x40);
        log.Select(entry => entry.GetProperty("udh").GetString()![^4..]).ShouldBe(["0301", "0302", "0303"]);
    }

    [Fact]
    public async Task A_payload_goes_in_one_submit()
    {
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.Text = new SmppTextRules { Concatenation = SmsConcatenation.Payload });
        (await esme.SubmitAsync(Long)).ShouldBeOfType<SubmitOutcome.Accepted>().Parts.Count.ShouldBe(1);
        (await smsc.LogAsync())[0].GetProperty("payload").GetString().ShouldBe(Long);
    }

    [Theory]
    [InlineData("15551230011", 0x0Bu, "ESME_RINVDSTADR")]
    [InlineData("15551230045", 0x45u, "ESME_RSUBMITFAIL")]
    public async Task A_refusal_has_its_status(string to, uint status, string name)
    {
        await using var esme = await Esme.UpAsync(smsc.Port);
        var refused = (await esme.SubmitAsync(to: to)).ShouldBeOfType<SubmitOutcome.Refused>();
        refused.Status.ShouldBe(status);
        refused.StatusName.ShouldBe(name);
    }

    [Theory]
    [InlineData(0x58)] // ESME_RTHROTTLED
    [InlineData(0x14)] // ESME_RMSGQFUL
    [InlineData(0x08)] // ESME_RSYSERR
    public async Task A_busy_smsc_closes_the_slots_for_a_while_and_nothing_is_lost_or_sent_twice(int status)
    {
        await smsc.BehaveAsync(new { busy = 3, busyStatus = status });
        await using var esme = await Esme.UpAsync(smsc.Port);
        var notSent = (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.NotSent>();
        notSent.ShouldBe(new SubmitOutcome.NotSent(NotSentReason.Throttled, (uint)status));
        SubmitOutcome outcome = notSent;
        for (var i = 0; i < 3; i++)
        {
            await esme.Handler.UntilAsync(() => esme.Account.FreeSlots() > 0);
            outcome = await esme.SubmitAsync();
        }
        outcome.ShouldBeOfType<SubmitOutcome.Accepted>();
        (await smsc.StatsAsync()).GetProperty("seen").GetInt32().ShouldBe(1);
        esme.Account.Status().Throttles.ShouldBe(3);
    }

    [Fact]
    public async Task Under_a_throttle_every_message_gets_through_once()
    {
        await smsc.BehaveAsync(new { tps = 200, dlrDelayMs = 0 });
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.Transceivers = 2);
        var accepted = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            while (Interlocked.Increment(ref accepted) <= 150)
            {
                while (await esme.SubmitAsync() is SubmitOutcome.NotSent)
                    await esme.Handler.UntilAsync(() => esme.Account.FreeSlots() > 0);
            }
        }));
        (await smsc.StatsAsync()).GetProperty("seen").GetInt32().ShouldBe(150);
        esme.Account.Status().Accepted.ShouldBe(150);
    }

    [Fact]
    public async Task Parts_the_smsc_was_too_busy_for_are_repeated_and_no_others()
    {
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.Window = 1);
        await smsc.BehaveAsync(new { respDelayMs = 20 });
        var submit = esme.SubmitAsync(Long);
        await esme.Handler.UntilAsync(() => esme.Account.Status().Accepted == 1);
        await smsc.BehaveAsync(new { busy = 2 });
        (await submit).ShouldBeOfType<SubmitOutcome.Accepted>().Parts.Count.ShouldBe(3);
        string.Concat((await smsc.LogAsync()).EnumerateArray().OrderBy(e => e.GetProperty("udh").GetString()).Select(e => e.GetProperty("text").GetString())).ShouldBe(Long);
    }

    [Fact]
    public async Task New_messages_do_not_take_every_slot_from_the_parts_of_one_begun()
    {
        await smsc.BehaveAsync(new { dlrDelayMs = 60_000 });
        await using var esme = await Esme.UpAsync(smsc.Port, options => (options.Window, options.PartsTimeout) = (1, TimeSpan.FromSeconds(10)));
        var done = false;
        var crowd = Enumerable.Range(0, 4).Select(async _ =>
        {
            while (!Volatile.Read(ref done))
            {
                if (await esme.SubmitAsync() is SubmitOutcome.NotSent)
                    await Task.Yield();
            }
        }).ToList();
        SubmitOutcome outcome;
        do
            outcome = await esme.SubmitAsync(string.Concat(Enumerable.Repeat(Long, 5))); // 14 parts
        while (outcome is SubmitOutcome.NotSent);
        Volatile.Write(ref done, true);
        await Task.WhenAll(crowd);
        outcome.ShouldBeOfType<SubmitOutcome.Accepted>().Parts.Count.ShouldBe(14);
    }

    [Fact]
    public async Task A_silent_smsc_leaves_the_message_unanswered_and_the_slot_comes_back()
    {
        await smsc.BehaveAsync(new { dropResp = true });
        await using var esme = await Esme.UpAsync(smsc.Port, options => { options.ResponseTimeout = TimeSpan.FromMilliseconds(200); options.Window = 1; });
        (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Unanswered>().AcceptedParts.ShouldBeEmpty();
        esme.Account.FreeSlots().ShouldBe(1);
        (await smsc.StatsAsync()).GetProperty("seen").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_after_the_timeout_is_reported_as_late()
    {
        await smsc.BehaveAsync(new { respDelayMs = 400, dlrDelayMs = 5_000 });
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.ResponseTimeout = TimeSpan.FromMilliseconds(150));
        (await esme.SubmitAsync(reference: "mine")).ShouldBeOfType<SubmitOutcome.Unanswered>();
        var late = await esme.Handler.LateAnswerAsync();
        late.Reference.ShouldBe("mine");
        late.Status.ShouldBe(0u);
        late.MessageId.ShouldNotBeEmpty();
        esme.Account.Status().LateAnswers.ShouldBe(1);
    }

    [Fact]
    public async Task Answers_with_a_wrong_sequence_number_answer_nothing()
    {
        await smsc.BehaveAsync(new { wrongSequence = true });
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.ResponseTimeout = TimeSpan.FromMilliseconds(200));
        (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Unanswered>();
        esme.Account.Status().UnknownAnswers.ShouldBe(1);
    }

    [Fact]
    public async Task Times_and_the_wish_for_a_receipt_are_written()
    {
        await using var esme = await Esme.UpAsync(smsc.Port);
        var until = TimeProvider.System.GetUtcNow().AddHours(2);
        (await esme.Account.SubmitAsync(new OutboundMessage("r", "+15550001", "15551230000", "x") { ValidUntil = until, DeliverAt = until.AddHours(-1), Receipt = false }))
            .ShouldBeOfType<SubmitOutcome.Accepted>();
        var entry = (await smsc.LogAsync())[0];
        entry.GetProperty("rd").GetInt32().ShouldBe(0);
        // node-smpp gives times as it reads them: a date of its own.
        entry.GetProperty("validity").GetDateTimeOffset().ShouldBe(until, TimeSpan.FromSeconds(1));
        entry.GetProperty("schedule").GetDateTimeOffset().ShouldBe(until.AddHours(-1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_window_is_the_limit_and_is_used_whole()
    {
        await smsc.BehaveAsync(new { maxInflight = 10, respDelayMs = 50 });
        await using var esme = await Esme.UpAsync(smsc.Port);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => esme.SubmitAsync()));
        outcomes.Count(outcome => outcome is SubmitOutcome.Accepted).ShouldBe(10);
        outcomes.Count(outcome => outcome == new SubmitOutcome.NotSent(NotSentReason.WindowFull)).ShouldBe(5);
        (await smsc.StatsAsync()).GetProperty("throttled").GetInt32().ShouldBe(0);
    }
}
