using Herald.Core.Deliveries;
using Herald.Core.Outcomes;

namespace Herald.Core.Tests.Outcomes;

public class SipOutcomesTests
{
    // The contract's own lists, written down a second time.
    private static readonly Dictionary<DeliveryResult, int[]> Contract = new()
    {
        [DeliveryResult.Busy] = [486, 600],
        [DeliveryResult.NoAnswer] = [603, 607],
        [DeliveryResult.InvalidAddress] = [404, 410, 484, 485, 604],
        [DeliveryResult.CallFailed] = [408, 480, 487, 500, 502, 503, 504],
        [DeliveryResult.NonRetriableError] = [401, 405, 407, 415, 488, 501, 505],
    };

    [Fact]
    public void Every_final_code_has_the_result_of_the_contract()
    {
        for (var status = 300; status < 700; status++)
        {
            var expected = Contract.FirstOrDefault(row => row.Value.Contains(status)).Key;
            SipOutcomes.From(status).Result.ShouldBe(expected == default ? DeliveryResult.CallFailed : expected, $"{status}");
            SipOutcomes.From(status).ReasonCode.ShouldBe($"sip_{status}");
        }

        SipOutcomes.Table.Count.ShouldBe(Contract.Sum(row => row.Value.Length));
    }

    [Fact]
    public void Only_603_and_607_are_declined()
    {
        for (var status = 300; status < 700; status++)
            SipOutcomes.From(status).Declined.ShouldBe(status is 603 or 607, $"{status}");
    }

    [Theory]
    [InlineData(487)]
    [InlineData(486)]
    [InlineData(603)]
    [InlineData(408)]
    [InlineData(480)]
    [InlineData(404)]
    public void The_ring_limit_is_no_answer_whatever_code_follows(int status)
    {
        var parts = SipOutcomes.From(status, SipEnd.RingLimit, 17);
        (parts.Result, parts.ReasonCode, parts.Declined).ShouldBe((DeliveryResult.NoAnswer, "ring_limit", false));
    }

    [Fact]
    public void A_stop_is_our_doing() =>
        SipOutcomes.From(487, SipEnd.Stopped).ShouldBe(new(DeliveryResult.CallFailed, Blame.Us, "stopped", "The call was ended before an answer because the service was being stopped."));

    [Fact]
    public void The_network_s_cause_is_named_and_decides_nothing()
    {
        var parts = SipOutcomes.From(480, q850: 19);
        (parts.Result, parts.ReasonCode).ShouldBe((DeliveryResult.CallFailed, "sip_480"));
        parts.Reason.ShouldBe("The phone could not be reached at that time. The network's cause is 19 (no answer from user).");
        SipOutcomes.From(480, q850: 99).Reason.ShouldContain("99 (not named here)");
    }

    [Fact]
    public void A_trunk_that_never_began_to_ring_is_a_failed_call()
    {
        var parts = SipOutcomes.From(487, SipEnd.SetupLimit);
        (parts.Result, parts.Blame, parts.ReasonCode).ShouldBe((DeliveryResult.CallFailed, Blame.Carrier, "setup_limit"));
    }
}
