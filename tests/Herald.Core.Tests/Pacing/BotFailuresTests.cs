using CsCheck;
using Herald.Core.Engagements;
using Herald.Core.Pacing;

namespace Herald.Core.Tests.Pacing;

public sealed class BotFailuresTests
{
    [Theory]
    [InlineData(BotFailureTreatment.None, 1, 1_000, 1_000, false)]
    [InlineData(BotFailureTreatment.Suspend, 5, 1_000, 0, false)]
    [InlineData(BotFailureTreatment.Suspend, 5, 1_000, 1, true)]
    // A share of at least 100 calls.
    [InlineData(BotFailureTreatment.Threshold, 5, 1, 1, false)]
    [InlineData(BotFailureTreatment.Threshold, 5, 4, 4, false)]
    [InlineData(BotFailureTreatment.Threshold, 5, 5, 5, true)]
    [InlineData(BotFailureTreatment.Threshold, 5, 1_000, 49, false)]
    [InlineData(BotFailureTreatment.Threshold, 5, 1_000, 50, true)]
    [InlineData(BotFailureTreatment.Threshold, null, 250, 2, false)]
    [InlineData(BotFailureTreatment.Threshold, null, 250, 3, true)]
    [InlineData(BotFailureTreatment.Threshold, 0, 0, 0, false)]
    [InlineData(BotFailureTreatment.Threshold, 0, 1_000, 1, true)]
    [InlineData(BotFailureTreatment.Threshold, 100, 150, 149, false)]
    [InlineData(BotFailureTreatment.Threshold, 100, 150, 150, true)]
    public void Failures_suspend_by_treatment(BotFailureTreatment treatment, int? percent, int calls, int failures, bool suspends) =>
        BotFailures.Suspend(treatment, percent, calls, failures).ShouldBe(suspends);

    [Fact]
    public void More_failures_never_undo_a_suspension() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 100], Gen.Int[0, 1_000], Gen.Int[0, 999]).Sample((treatment, percent, calls, failures) =>
        {
            if (BotFailures.Suspend((BotFailureTreatment)treatment, percent, calls, failures))
                BotFailures.Suspend((BotFailureTreatment)treatment, percent, calls, failures + 1).ShouldBeTrue();
        });
}
