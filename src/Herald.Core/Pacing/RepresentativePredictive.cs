namespace Herald.Core.Pacing;

/// <summary>Predictive, representative-led (documented formula): base 1 / live-answer rate, scaled by 0.8 × wait threshold over the actual wait.</summary>
public static class RepresentativePredictive
{
    private const double TargetOfThreshold = 0.8;
    private const double NearSuspension = 0.9;

    /// <param name="existing">Rate of the step before; null = the first step, rate 1.</param>
    public static PacingStep Next(PredictiveSnapshot now, double? existing)
    {
        var available = Progressive.Allotted(now.Available, now.AllotmentPercent);
        // Leaving the restrictions starts at one call each again rather than at the rate before them.
        if (now.Available < PacingStepper.FewRepresentatives)
            return new PacingStep(1, available, "few_representatives");
        if (now.SuspendThreshold is { } suspend && now.ShareOverThreshold >= NearSuspension * suspend)
            return new PacingStep(1, available, "near_suspension");
        if (existing is not { } rate)
            return new PacingStep(1, available, "first");

        var wanted = now.LiveAnswerRate > 0 ? Scale(now) / now.LiveAnswerRate : double.PositiveInfinity;
        var (next, reason) = PacingStepper.Towards(wanted, rate);
        return new PacingStep(next, PacingStepper.CallsOf(next, available), reason);
    }

    private static double Scale(PredictiveSnapshot now) => now.AverageWait <= 0
        ? PacingStepper.MostScale
        : Math.Clamp(TargetOfThreshold * now.WaitThreshold / now.AverageWait, PacingStepper.LeastScale, PacingStepper.MostScale);
}
