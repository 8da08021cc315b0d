namespace Herald.Bench.Load;

/// <param name="PerSecond">Answered requests a second.</param>
/// <param name="Failed">Answers that were not 2xx.</param>
internal sealed record LoadResult(double PerSecond, double P50Ms, double P99Ms, long Count, long Failed)
{
    public static LoadResult Of(IEnumerable<double> milliseconds, long failed, double seconds)
    {
        var times = milliseconds.Order().ToArray();
        return new LoadResult(times.Length / seconds, At(times, 0.5), At(times, 0.99), times.Length, failed);
    }

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
