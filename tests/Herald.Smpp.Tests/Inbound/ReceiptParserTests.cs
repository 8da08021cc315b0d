using System.Text;
using CsCheck;
using Herald.Smpp.Inbound;
using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;
using Herald.Smpp.Text;

namespace Herald.Smpp.Tests.Inbound;

public class ReceiptParserTests
{
    private static readonly ReceiptRules Rules = new();

    [Fact]
    public void The_text_of_appendix_b_is_read_whole()
    {
        var receipt = Parse("id:0123456789 sub:001 dlvrd:001 submit date:2611241127 done date:261124112805 stat:DELIVRD err:000 text:Hello stat:EXPIRED")!;
        receipt.Keys.ShouldBe(["123456789"]);
        receipt.MessageId.ShouldBe("0123456789");
        receipt.State.ShouldBe(ReceiptState.Delivered);
        receipt.Verdict.ShouldBe(ReceiptVerdict.Delivered);
        receipt.ErrorCode.ShouldBe("000");
        receipt.SubmittedAt.ShouldBe(new DateTimeOffset(2026, 11, 24, 11, 27, 0, TimeSpan.Zero));
        receipt.DoneAt.ShouldBe(new DateTimeOffset(2026, 11, 24, 11, 28, 5, TimeSpan.Zero));
        receipt.From.ShouldBe("+15551234");
    }

    [Theory]
    [InlineData("ID:7 STAT:UNDELIV ERR:034", "7", ReceiptState.Undeliverable, "034")]
    [InlineData("err:034 stat:undeliv id:7", "7", ReceiptState.Undeliverable, "034")]
    [InlineData("id: 7 stat: DELIVRD", "7", ReceiptState.Delivered, "")]
    [InlineData("id:7 sub: dlvrd: stat:EXPIRED", "7", ReceiptState.Expired, "")]
    [InlineData("id:7,stat:REJECTD,err:99", "7", ReceiptState.Rejected, "99")]
    [InlineData("text:Yes id:7 stat:DELETED", "7", ReceiptState.Deleted, "")]
    [InlineData("id:7 stat:DELIVRD text:err:99 sub:5", "7", ReceiptState.Delivered, "")] // the message's own words
    [InlineData("id:7", "7", ReceiptState.Unknown, "")]
    [InlineData("id:7 stat:WHATEVER", "7", ReceiptState.Unknown, "")]
    [InlineData("id:7 submit date:99 done date:2613991127 stat:ACCEPTD", "7", ReceiptState.Accepted, "")]
    public void Fields_may_come_in_any_order_and_case_or_not_at_all(string text, string key, ReceiptState state, string error)
    {
        var receipt = Parse(text)!;
        receipt.Keys.ShouldBe([key]);
        receipt.State.ShouldBe(state);
        receipt.ErrorCode.ShouldBe(error);
        receipt.DoneAt.ShouldBeNull();
    }

    [Fact]
    public void The_order_of_fields_never_matters()
    {
        string[] fields = ["id:42", "sub:001", "dlvrd:001", "submit date:2611241127", "done date:2611241128", "stat:UNDELIV", "err:034"];
        Gen.Shuffle(fields).Sample(shuffled => Parse(string.Join(' ', shuffled))!.ShouldSatisfyAllConditions(
            receipt => receipt.Keys.ShouldBe(["42"]),
            receipt => receipt.State.ShouldBe(ReceiptState.Undeliverable),
            receipt => receipt.ErrorCode.ShouldBe("034"),
            receipt => receipt.DoneAt.ShouldBe(new DateTimeOffset(2026, 11, 24, 11, 28, 0, TimeSpan.Zero))));
    }

    [Fact]
    public void Tlvs_alone_are_a_receipt()
    {
        var receipt = ReceiptParser.Parse(Receipt("") with { ReceiptedId = "1A", State = 5, NetworkError = 0x030022 }, Rules, SmsAlphabet.Gsm7)!;
        receipt.Keys.ShouldBe(["1A"]);
        receipt.State.ShouldBe(ReceiptState.Undeliverable);
        receipt.ErrorCode.ShouldBe("030022");
    }

    [Fact]
    public void An_id_in_hexadecimal_in_the_tlv_and_decimal_in_the_text_is_one_key()
    {
        var rules = new ReceiptRules { AnswerIds = MessageIdForm.Hexadecimal, ReceiptIds = MessageIdForm.Decimal };
        ReceiptParser.Parse(Receipt("id:0000000026 stat:DELIVRD") with { ReceiptedId = "0000001A" }, rules, SmsAlphabet.Gsm7)!.Keys.ShouldBe(["26"]);
    }

    [Fact]
    public void Ids_that_differ_are_both_offered() =>
        ReceiptParser.Parse(Receipt("id:26 stat:DELIVRD") with { ReceiptedId = "1A" }, Rules, SmsAlphabet.Gsm7)!.Keys.ShouldBe(["1A", "26"]);

    [Fact]
    public void A_receipt_that_names_no_message_is_none() => Parse("stat:DELIVRD").ShouldBeNull();

    [Fact]
    public void A_customer_who_writes_like_a_receipt_sends_a_message() =>
        ReceiptParser.IsReceipt(Receipt("id:7 stat:DELIVRD") with { EsmClass = 0 }).ShouldBeFalse();

    [Theory]
    [InlineData(0x04, true)]
    [InlineData(0x20, true)]
    [InlineData(0x44, true)]
    [InlineData(0x08, false)] // an acknowledgement by the handset is a message of its own kind
    [InlineData(0x00, false)]
    public void Esm_class_says_whether_it_is_a_receipt(int esmClass, bool expected) =>
        ReceiptParser.IsReceipt(Receipt("") with { EsmClass = (byte)esmClass }).ShouldBe(expected);

    [Fact]
    public void An_intermediate_notification_without_state_decides_nothing() =>
        ReceiptParser.Parse(Receipt("id:7") with { EsmClass = 0x20 }, Rules, SmsAlphabet.Gsm7)!.Verdict.ShouldBe(ReceiptVerdict.NotYet);

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Gen.OneOf(Gen.String, Any.Of("id:", "stat", ":", " ", "text:", "done date:", "9", "sub: ").Array[0, 12].Select(string.Concat))
            .Sample(text => ReceiptText.Read(text), iter: 5_000);

    private static DeliveryReceipt? Parse(string text) => ReceiptParser.Parse(Receipt(text), Rules, SmsAlphabet.Gsm7);

    private static Delivery Receipt(string text) => new(
        new(TypeOfNumber.International, NumberingPlan.Isdn, "15551234"), new(TypeOfNumber.Unknown, NumberingPlan.Unknown, "15550001"),
        0x04, 0x01, Encoding.ASCII.GetBytes(text), null, null, null, default);
}
