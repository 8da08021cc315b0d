using CsCheck;
using Herald.Core.Pacing;

namespace Herald.Core.Tests.Pacing;

public sealed class PredictiveTests
{
    private static readonly PredictiveSnapshot Published = new(
        Available: 15, LiveAnswerRate: 0.12, AverageWait: 3, WaitThreshold: 5, ShareOverThreshold: 0.01, SuspendThreshold: 0.03);

    [Fact]
    public void The_published_example_comes_out()
    {
        var step = RepresentativePredictive.Next(Published, 3.0);
        step.Rate.ShouldBe(4.05, 1e-9);
        step.Calls.ShouldBe(60);
        step.Reason.ShouldBe("step_up");
    }

    [Fact]
    public void The_first_step_is_one_call_each() => RepresentativePredictive.Next(Published, null).ShouldBe(new PacingStep(1, 15, "first"));

    [Theory]
    [InlineData(9, 0.01, "few_representatives")]
    [InlineData(15, 0.027, "near_suspension")]
    public void Few_representatives_or_a_near_suspension_mean_one_call_each(int available, double share, string reason) =>
        RepresentativePredictive.Next(Published with { Available = available, ShareOverThreshold = share }, 3.0).ShouldBe(new PacingStep(1, available, reason));

    [Theory]
    [InlineData(4.0, 8.33, 1 / 0.12)]
    [InlineData(5.0, 7.0, 0.8 * 5 / 5 / 0.12)]
    public void Within_a_step_the_formula_holds(double wait, double existing, double expected) =>
        RepresentativePredictive.Next(Published with { AverageWait = wait }, existing).Rate.ShouldBe(expected, 1e-9);

    [Fact]
    public void No_step_changes_the_rate_by_more_than_35_percent() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 60], Gen.Double[0.1, 20], Gen.Bool).Sample((live, wait, existing, inside) =>
        {
            foreach (var step in new[]
            {
                RepresentativePredictive.Next(Published with { LiveAnswerRate = live, AverageWait = wait }, existing),
                AgentPredictive.Next(20, live, inside, existing),
            })
            {
                step.Rate.ShouldBeInRange(existing * 0.65 - 1e-9, existing * 1.35 + 1e-9);
                step.Calls.ShouldBeGreaterThanOrEqualTo(0);
            }
        });

    [Fact]
    public void Led_by_software_the_rate_settles_within_twice_its_base()
    {
        double? rate = null;
        for (var i = 0; i < 50; i++)
            rate = AgentPredictive.Next(20, 0.25, inside: true, rate).Rate;
        rate!.Value.ShouldBe(8, 1e-9);
        for (var i = 0; i < 50; i++)
            rate = AgentPredictive.Next(20, 0.25, inside: false, rate).Rate;
        rate!.Value.ShouldBe(0.4, 1e-9);
        AgentPredictive.Next(20, 0.25, true, 4, allotmentPercent: 50).Calls.ShouldBe(54);
    }
}
