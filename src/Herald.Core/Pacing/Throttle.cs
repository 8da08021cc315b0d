namespace Herald.Core.Pacing;

/// <summary>Throttle rules: above the threshold of any rule the share of the full pace falls by the step, with all below it rises.</summary>
public static class Throttle
{
    private const double LeastShare = 0.01;

    /// <param name="share">Share of the full pace now, 0.01..1; 1 at the start.</param>
    /// <param name="stepPercent">msdyn_throttle_adjustment_percentage, 1..100.</param>
    /// <param name="readings">At most two rules: the metric over its look-back and its threshold. A metric at its threshold changes nothing.</param>
    public static double Next(double share, int stepPercent, IReadOnlyList<(double Metric, double Threshold)> readings)
    {
        var step = Math.Clamp(stepPercent, 1, 100) / 100.0;
        if (readings.Count == 0)
            return 1;
        if (readings.Any(reading => reading.Metric > reading.Threshold))
            return Math.Max(LeastShare, share * (1 - step));
        return readings.All(reading => reading.Metric < reading.Threshold) ? Math.Min(1, share * (1 + step)) : share;
    }
}
