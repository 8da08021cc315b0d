using Herald.Smpp.Accounts;
using Herald.Smpp.Inbound;
using Herald.Smpp.Protocol;
using Herald.Smpp.Tests.Smscs;
using Herald.Smpp.Text;

namespace Herald.Smpp.Tests.Accounts;

/// <summary>Against an implementation of SMPP that is not ours.</summary>
public class AccountWithNodeSmscTests(NodeSmsc smsc) : IClassFixture<NodeSmsc>, IAsyncLifetime
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

    [Theory]
    [InlineData("hex", "decimal", MessageIdForm.Hexadecimal, MessageIdForm.Decimal, "both")]
    [InlineData("decimal", "hex", MessageIdForm.Decimal, MessageIdForm.Hexadecimal, "both")]
    [InlineData("hex", "decimal", MessageIdForm.Hexadecimal, MessageIdForm.Decimal, "text")]
    [InlineData("decimal", "hex", MessageIdForm.Decimal, MessageIdForm.Hexadecimal, "tlv")]
    public async Task Ids_in_two_forms_have_one_key(string answerIds, string receiptIds, MessageIdForm answer, MessageIdForm receipt, string dlrForm)
    {
        await smsc.BehaveAsync(new { answerIds, receiptIds, dlrForm });
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.Receipts = new ReceiptRules { AnswerIds = answer, ReceiptIds = receipt });
        for (var i = 0; i < 20; i++)
        {
            var accepted = (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Accepted>();
            (await esme.Handler.ReceiptAsync()).Keys.ShouldBe([accepted.Parts[0].Key]);
        }
    }

    [Fact]
    public async Task A_receipt_may_come_before_the_answer_and_twice()
    {
        await smsc.BehaveAsync(new { dlrFirst = true, dlrCopies = 2, respDelayMs = 100 });
        await using var esme = await Esme.UpAsync(smsc.Port);
        var submit = esme.SubmitAsync(to: "15551230005");
        var first = await esme.Handler.ReceiptAsync();
        submit.IsCompleted.ShouldBeFalse();
        var second = await esme.Handler.ReceiptAsync();
        first.Verdict.ShouldBe(ReceiptVerdict.NotDelivered);
        first.ErrorCode.ShouldBe("034");
        var key = (await submit).ShouldBeOfType<SubmitOutcome.Accepted>().Parts[0].Key;
        first.Keys.ShouldBe([key]);
        second.Keys.ShouldBe([key]);
    }

    [Fact]
    public async Task What_the_handler_could_not_keep_is_sent_again()
    {
        await using var esme = await Esme.UpAsync(smsc.Port);
        esme.Handler.Failures = 2;
        await esme.SubmitAsync();
        (await esme.Handler.ReceiptAsync()).Verdict.ShouldBe(ReceiptVerdict.Delivered);
        await esme.Handler.UntilAsync(() => esme.Account.Status().Receipts == 1);
        esme.Account.Status().HandlerFailures.ShouldBe(2);
        var answers = (await smsc.StatsAsync()).GetProperty("dlrAnswers").EnumerateArray().Select(status => status.GetInt32()).Take(2);
        answers.ShouldBe([0x64, 0x64]);
    }

    [Fact]
    public async Task Nothing_is_acknowledged_before_it_is_handled()
    {
        await using var esme = await Esme.UpAsync(smsc.Port);
        var release = new TaskCompletionSource();
        esme.Handler.Before = () => release.Task;
        var answer = smsc.PostAsync("/mo", new { from = "15551234", to = "15550001", text = "STOP" });
        (await esme.SubmitAsync(to: "15551230009")).ShouldBeOfType<SubmitOutcome.Accepted>(); // and reading goes on meanwhile
        answer.IsCompleted.ShouldBeFalse();
        release.SetResult();
        (await answer).GetProperty("status").GetInt32().ShouldBe(0);
        var message = await esme.Handler.MessageAsync();
        message.ShouldSatisfyAllConditions(
            m => m.From.ShouldBe("+15551234"),
            m => m.To.ShouldBe("15550001"),
            m => m.Text.ShouldBe("STOP"),
            m => m.MissingParts.ShouldBe(0));
    }

    [Fact]
    public async Task Replies_in_parts_arrive_as_one()
    {
        await using var esme = await Esme.UpAsync(smsc.Port);
        var second = smsc.PostAsync("/mo", new { from = "15551234", to = "15550001", hex = "050003070202" + "0062", dcs = 8, esm = 0x40 });
        await esme.Handler.UntilAsync(() => esme.Account.Status().IncompleteMessages == 1);
        second.IsCompleted.ShouldBeFalse();
        var first = smsc.PostAsync("/mo", new { from = "15551234", to = "15550001", hex = "050003070201" + "0061", dcs = 8, esm = 0x40 });
        (await esme.Handler.MessageAsync()).Text.ShouldBe("ab");
        (await first).GetProperty("status").GetInt32().ShouldBe(0);
        (await second).GetProperty("status").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_part_that_is_kept_elsewhere_is_answered_at_once_and_one_that_is_not_comes_again()
    {
        await using var esme = await Esme.UpAsync(smsc.Port);
        esme.Handler.KeepsParts = true;
        esme.Handler.Failures = 1;
        var second = new { from = "15551234", to = "15550001", hex = "06080401020202" + "C3A9", esm = 0x40, dcs = 3 };
        (await smsc.PostAsync("/mo", second)).GetProperty("status").GetInt32().ShouldBe((int)StatusCode.ESME_RX_T_APPN);
        (await smsc.PostAsync("/mo", second)).GetProperty("status").GetInt32().ShouldBe(0);
        (await smsc.PostAsync("/mo", new { second.from, second.to, hex = "06080401020201" + "41", second.esm, second.dcs })).GetProperty("status").GetInt32().ShouldBe(0);
        InboundPart[] parts = [await esme.Handler.PartAsync(), await esme.Handler.PartAsync()];
        parts[1].ShouldSatisfyAllConditions(part => part.From.ShouldBe("+15551234"), part => part.Wide.ShouldBeTrue(), part => part.Reference.ShouldBe((ushort)0x0102), part => part.Number.ShouldBe(1));
        var whole = InboundMessage.Join(parts, SmsAlphabet.Gsm7);
        (whole.Text, whole.Parts, whole.MissingParts).ShouldBe(("AÃ©", 2, 0));
        InboundMessage.Join([parts[1]], SmsAlphabet.Gsm7).MissingParts.ShouldBe(1);
        esme.Account.Status().IncompleteMessages.ShouldBe(0);
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
    public async Task Lost_binds_come_back_and_go_on()
    {
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.Transceivers = 2);
        await smsc.PostAsync("/kick");
        await esme.Handler.UntilAsync(() => esme.Account.Status().Drops == 2);
        await esme.Handler.UntilAsync(() => esme.Account.Status().BindsUp == 2);
        (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Accepted>();
    }

    [Fact]
    public async Task An_unbind_by_the_smsc_is_answered_and_the_bind_made_anew()
    {
        await using var esme = await Esme.UpAsync(smsc.Port);
        await smsc.PostAsync("/unbind");
        await esme.Handler.UntilAsync(() => esme.Account.Status() is { Drops: 1, BindsUp: 1 });
        esme.Account.Status().LastEnds.ShouldBe(["unbound by the SMSC"]);
    }

    [Fact]
    public async Task Transmitter_and_receiver_share_the_work()
    {
        await using var esme = await Esme.UpAsync(smsc.Port, options => (options.Transceivers, options.Transmitters, options.Receivers) = (0, 1, 1));
        esme.Account.FreeSlots().ShouldBe(10);
        (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Accepted>();
        (await esme.Handler.ReceiptAsync()).Verdict.ShouldBe(ReceiptVerdict.Delivered);
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_not_tried_in_a_hurry()
    {
        await using var esme = Esme.Down(smsc.Port, options => { options.Password = "wrong"; options.ReconnectMaximum = TimeSpan.FromMinutes(10); });
        await esme.Handler.UntilAsync(() => esme.Account.Status().LastEnds[0].Length > 0);
        esme.Account.Status().LastEnds.ShouldBe(["bind refused: ESME_RINVPASWD"]);
        (await esme.SubmitAsync()).ShouldBe(new SubmitOutcome.NotSent(NotSentReason.NoBind));
    }

    [Fact]
    public async Task A_stop_waits_for_answers_and_unbinds()
    {
        await smsc.BehaveAsync(new { respDelayMs = 150, dlrDelayMs = 5_000 });
        await using var esme = await Esme.UpAsync(smsc.Port);
        var submits = Enumerable.Range(0, 10).Select(_ => esme.SubmitAsync()).ToList();
        var stop = esme.Account.StopAsync();
        esme.Account.FreeSlots().ShouldBe(0);
        (await esme.SubmitAsync()).ShouldBe(new SubmitOutcome.NotSent(NotSentReason.Stopped));
        await stop;
        (await Task.WhenAll(submits)).ShouldAllBe(outcome => outcome is SubmitOutcome.Accepted);
        esme.Account.Status().LastEnds.ShouldBe(["unbound"]);
        await smsc.UntilAsync(stats => stats.GetProperty("sessions").GetArrayLength() == 0);
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
