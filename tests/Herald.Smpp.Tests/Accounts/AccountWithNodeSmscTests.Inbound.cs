using Herald.Smpp.Accounts;
using Herald.Smpp.Inbound;
using Herald.Smpp.Protocol;
using Herald.Smpp.Tests.Smscs;
using Herald.Smpp.Text;

namespace Herald.Smpp.Tests.Accounts;

/// <summary>Receipts and messages from people.</summary>
public partial class AccountWithNodeSmscTests
{
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
}
