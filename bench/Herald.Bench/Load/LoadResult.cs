namespace Herald.Bench.Load;

/// <param name="PerSecond">Answered requests a second.</param>
/// <param name="Failed">Answers that were not 2xx.</param>
internal sealed record LoadResult(double PerSecond, double P50Ms, double P99Ms, long Count, long Failed);
