using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Dispatch.Channels.Sms;
using Herald.Smpp.Accounts;
using NodaTime;

namespace Herald.Dispatch.Tests.Channels.Sms;

public class SubmitReportTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 1, 12, 0);

    [Fact]
    public void Every_part_with_an_id_is_acknowledged_once() =>
        Tell(new SubmitOutcome.Accepted([new(1, "A", "10"), new(2, "", ""), new(3, "B", "11"), new(4, "B", "11")])).ShouldBe("10 11");

    [Fact]
    public void A_message_without_any_id_is_unknown_for_no_receipt_could_be_matched() =>
        Tell(new SubmitOutcome.Accepted([new(1, "", "")])).ShouldBeOfType<AttemptOutcome>().ShouldSatisfyAllConditions(
            outcome => outcome.Result.ShouldBe(DeliveryResult.Unknown),
            outcome => outcome.ReasonCode.ShouldBe("no_message_id"));

    [Fact]
    public void What_was_not_answered_is_unknown_even_when_parts_were_accepted() =>
        Tell(new SubmitOutcome.Unanswered([new(1, "A", "10")])).ShouldBeOfType<AttemptOutcome>().ShouldSatisfyAllConditions(
            outcome => outcome.Result.ShouldBe(DeliveryResult.Unknown),
            outcome => outcome.CallId.ShouldBe("10"));

    [Theory]
    [InlineData(0x0Bu, "smpp_0x0000000B")]
    [InlineData(0x58u, "smpp_0x00000058")]
    [InlineData(0x0u, "smpp_0x00000000")]
    [InlineData(0xFFFFFFFFu, "smpp_0xFFFFFFFF")]
    public void A_refusal_keeps_its_status_whatever_it_is(uint status, string code) =>
        Tell(new SubmitOutcome.Refused(status, "name", [])).ShouldBeOfType<AttemptOutcome>().ShouldSatisfyAllConditions(
            outcome => outcome.Result.ShouldBe(DeliveryResult.NotDelivered),
            outcome => outcome.ReasonCode.ShouldBe(code),
            outcome => outcome.Diagnostics!.ShouldContain(code[5..]));

    [Fact]
    public void What_never_left_waits_and_never_at_once()
    {
        foreach (var reason in Enum.GetValues<NotSentReason>())
        {
            var expected = reason is NotSentReason.NeverLeft or NotSentReason.ValidityPast ? ReasonCode.NotSent : ReasonCode.Channel;
            Tell(new SubmitOutcome.NotSent(reason)).ShouldBe((expected, true));
        }
    }

    private static object Tell(SubmitOutcome outcome)
    {
        var told = new Told();
        SubmitReport.Tell(told, outcome, Noon);
        return told.All.ShouldHaveSingleItem();
    }
}
