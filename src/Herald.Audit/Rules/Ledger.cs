namespace Herald.Audit.Rules;

/// <summary>Started attempts of the last 30 days by what limits count by, in the order they were written.</summary>
internal sealed class Ledger
{
    private const int SweepEvery = 500_000;
    private const long Longest = 30 * Limit.Day;

    private readonly Dictionary<(Scope Scope, string Key), List<(long At, long Line)>> starts = [];
    private int added;

    public int Count(Scope scope, string key, long since)
    {
        if (!starts.TryGetValue((scope, key), out var list))
            return 0;
        var count = 0;
        foreach (var start in list)
        {
            if (start.At >= since)
                count++;
        }

        return count;
    }

    public void Add(Scope scope, string key, long at, long line)
    {
        if (!starts.TryGetValue((scope, key), out var list))
            starts[(scope, key)] = list = [];
        list.Add((at, line));
        if (list.Count > 64)
            list.RemoveAll(start => start.At < at - Longest - Limit.Day);
        if (++added % SweepEvery == 0)
            Sweep(at);
    }

    /// <summary>The start was given back: nothing had left.</summary>
    public void Remove(Scope scope, string key, long line)
    {
        if (starts.TryGetValue((scope, key), out var list))
            list.RemoveAll(start => start.Line == line);
    }

    private void Sweep(long at)
    {
        foreach (var (key, list) in starts)
        {
            list.RemoveAll(start => start.At < at - Longest - Limit.Day);
            if (list.Count == 0)
                starts.Remove(key);
        }
    }
}
