using Herald.Core.Deliveries;
using Herald.Core.Outcomes;

namespace Herald.Core.Tests.Outcomes;

public class SmppOutcomesTests
{
    [Theory]
    [InlineData(0, "SCHEDULED", null)]
    [InlineData(1, "ENROUTE", null)]
    [InlineData(2, "DELIVRD", DeliveryResult.Delivered)]
    [InlineData(3, "EXPIRED", DeliveryResult.NotDelivered)]
    [InlineData(4, "DELETED", DeliveryResult.NotDelivered)]
    [InlineData(5, "UNDELIV", DeliveryResult.NotDelivered)]
    [InlineData(6, "ACCEPTD", null)]
    [InlineData(7, "UNKNOWN", DeliveryResult.Unknown)]
    [InlineData(8, "REJECTD", DeliveryResult.NotDelivered)]
    [InlineData(9, "SKIPPED", DeliveryResult.NotDelivered)]
    public void State_and_word_of_a_receipt_say_the_same(int state, string word, DeliveryResult? result)
    {
        SmppReceipts.From(state)?.Result.ShouldBe(result!.Value);
        (SmppReceipts.From(state) is null).ShouldBe(result is null);
        SmppReceipts.From(word).ShouldBe(SmppReceipts.From(state));
        SmppReceipts.From(word.ToUpperInvariant().ToLower(null)).ShouldBe(SmppReceipts.From(state));
    }

    [Theory]
    [InlineData("DELIVERED", DeliveryResult.Delivered)]
    [InlineData("UNDELIVERABLE", DeliveryResult.NotDelivered)]
    [InlineData("REJECTED", DeliveryResult.NotDelivered)]
    [InlineData("EXPIRED ", DeliveryResult.NotDelivered)]
    public void Words_written_out_are_understood(string word, DeliveryResult result) => SmppReceipts.From(word)!.Result.ShouldBe(result);

    [Theory]
    [InlineData("")]
    [InlineData("DELIV")]
    [InlineData("BUFFERED")]
    public void Other_words_are_not_final(string word) => SmppReceipts.From(word).ShouldBeNull();

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    [InlineData(255)]
    public void Other_states_are_not_final(int state) => SmppReceipts.From(state).ShouldBeNull();

    [Fact]
    public void A_submission_that_is_taken_is_sent() => SmppSubmits.From(0).ShouldBeOfType<SubmitAnswer.Sent>();

    [Theory]
    [InlineData(0x58, true)]
    [InlineData(0x14, true)]
    [InlineData(0x04, false)]
    public void Throttling_and_a_lost_bind_leave_nothing_sent(int status, bool throttled) =>
        SmppSubmits.From(status).ShouldBeOfType<SubmitAnswer.NotSent>().Throttled.ShouldBe(throttled);

    [Theory]
    [InlineData(0x0B, Blame.Customer)]
    [InlineData(0x0A, Blame.Us)]
    [InlineData(0x08, Blame.Carrier)]
    [InlineData(0x45, Blame.Carrier)]
    [InlineData(0x0410, Blame.Carrier)]
    public void Every_other_answer_is_not_delivered_with_its_code(int status, Blame blame)
    {
        var outcome = SmppSubmits.From(status).ShouldBeOfType<SubmitAnswer.Refused>().Outcome;
        (outcome.Result, outcome.Blame, outcome.ReasonCode).ShouldBe((DeliveryResult.NotDelivered, blame, $"smpp_0x{status:X8}"));
    }

    [Fact]
    public void The_table_names_each_code_once_and_is_what_is_answered()
    {
        SmppSubmits.Table.Select(row => row.Status).ShouldBeUnique();
        SmppSubmits.Table.Select(row => row.Name).ShouldBeUnique();
        foreach (var (status, _, answer) in SmppSubmits.Table)
            SmppSubmits.From(status).ShouldBe(answer);
    }
}
