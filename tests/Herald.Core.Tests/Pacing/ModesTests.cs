using Herald.Core.Pacing;

namespace Herald.Core.Tests.Pacing;

public sealed class ModesTests
{
    [Theory]
    [InlineData(null, 0, 500)]
    [InlineData(20, 5, 15)]
    [InlineData(20, 25, 0)]
    [InlineData(9_999, 0, 500)]
    [InlineData(0, 0, 1)]
    public void Copilot_fills_up_to_its_maximum(int? maximum, int inFlight, int calls) => Copilot.Calls(maximum, inFlight).ShouldBe(calls);

    [Theory]
    [InlineData(10, null, 10)]
    [InlineData(10, 25, 2)]
    [InlineData(0, 100, 0)]
    public void Progressive_led_by_representatives_is_one_call_each(int available, int? percent, int calls) =>
        Progressive.RepresentativeLed(available, percent).ShouldBe(calls);

    [Theory]
    [InlineData(3, 2, 1, 5)]
    [InlineData(3, 9, 0, 15)]
    [InlineData(3, null, 4, 0)]
    public void Progressive_led_by_software_counts_calls_that_are_up(int available, int? each, int inFlight, int calls) =>
        Progressive.AgentLed(available, each, inFlight).ShouldBe(calls);

    [Fact]
    public void Preview_offers_what_is_available_less_what_waits()
    {
        Preview.Offers(5, 2).ShouldBe(3);
        Preview.Offers(2, 5).ShouldBe(0);
        Preview.OffersUnchecked(10, 4).ShouldBe(6);
        Preview.OffersUnchecked(80, 0).ShouldBe(50);
    }

    [Fact]
    public void A_throttle_falls_above_and_rises_below_its_thresholds()
    {
        Throttle.Next(1, 20, [(5, 4), (0, 9)]).ShouldBe(0.8, 1e-9);
        Throttle.Next(0.5, 20, [(3, 4), (0, 9)]).ShouldBe(0.6, 1e-9);
        Throttle.Next(0.5, 20, [(4, 4)]).ShouldBe(0.5);
        Throttle.Next(0.95, 20, [(3, 4)]).ShouldBe(1);
        Throttle.Next(0.5, 20, []).ShouldBe(1);
    }
}
