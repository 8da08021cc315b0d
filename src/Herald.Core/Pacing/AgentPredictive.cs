namespace Herald.Core.Pacing;

/// <summary>
/// Predictive, led by software: base = dials that yield one transfer. The rate rises by up to 35 % a step while abandonment and wait
/// are inside their thresholds, falls by 35 % when one is not, and stays within 0.1..2.0 times the base.
/// </summary>
public static class AgentPredictive
{
    /// <param name="available">Representatives of the queue that could take a transfer now.</param>
    /// <param name="transferRate">Transfers per dial, 0..1.</param>
    /// <param name="inside">Abandonment and average wait are inside their thresholds.</param>
    /// <param name="existing">Rate of the step before; null = the first step, rate 1.</param>
    public static PacingStep Next(int available, double transferRate, bool inside, double? existing, int? allotmentPercent = null)
    {
        var allotted = Progressive.Allotted(available, allotmentPercent);
        if (available < PacingStepper.FewRepresentatives)
            return new PacingStep(1, allotted, "few_representatives");
        if (existing is not { } rate)
            return new PacingStep(1, allotted, "first");

        var wanted = rate * (inside ? 1 + PacingStepper.MostChange : 1 - PacingStepper.MostChange);
        if (transferRate > 0)
            wanted = Math.Clamp(wanted, PacingStepper.LeastScale / transferRate, PacingStepper.MostScale / transferRate);
        // The base itself may have moved: still no more than one step at a time.
        var (next, _) = PacingStepper.Towards(wanted, rate);
        return new PacingStep(next, PacingStepper.CallsOf(next, allotted), next >= rate ? "raised" : "lowered");
    }
}
