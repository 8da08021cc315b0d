namespace Herald.Smpp.Accounts;

internal static class Backoff
{
    /// <summary>Doubles from <paramref name="minimum"/> to <paramref name="maximum"/>; between half of that and all of it, so that binds lost together do not come back together.</summary>
    /// <param name="failures">In a row, from 1.</param>
    /// <param name="minimum">First wait.</param>
    /// <param name="maximum">Longest wait.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public static TimeSpan Wait(int failures, TimeSpan minimum, TimeSpan maximum, double chance)
    {
        var doubled = minimum * Math.Pow(2, Math.Min(failures - 1, 30));
        return (doubled < maximum ? doubled : maximum) * (1 - chance / 2);
    }
}
