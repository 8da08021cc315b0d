using System.Runtime.InteropServices;
using Herald.Audit.Log;

namespace Herald.Audit.Rules;

/// <summary>
/// Started attempts of the last 30 days by what limits count by, in the order they were written. Keys are kept as 64-bit hashes:
/// of ten million different ones, two are taken for one with a chance of 3 in a million.
/// </summary>
/// <param name="counted">Scopes that some setting of the whole history limits; the others are not kept.</param>
internal sealed class Ledger(IReadOnlySet<Scope> counted)
{
    private const int SweepEvery = 500_000;
    private const long Longest = 31 * Limit.Day;

    private readonly Dictionary<ulong, Starts> starts = [];
    private readonly bool[] kept = [.. Enum.GetValues<Scope>().Select(counted.Contains)];
    private int added;

    public int Count(ulong key, long since) => starts.TryGetValue(key, out var known) ? known.Count(since) : 0;

    public bool Keeps(Scope scope) => kept[(int)scope];

    public void Add(ulong key, Line line)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(starts, key, out _);
        known.Add(line.At, line.Id, line.At - Longest);
        if (++added % SweepEvery == 0)
            Sweep(line.At - Longest);
    }

    /// <summary>The start was given back: nothing had left.</summary>
    public void Remove(ulong key, Line line)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrNullRef(starts, key);
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref known))
            known.Remove(line.Id);
    }

    private void Sweep(long before)
    {
        foreach (var (key, known) in starts)
        {
            if (known.Count(before) == 0)
                starts.Remove(key);
        }
    }

    /// <summary>What the start is counted by in a scope other than a preset's.</summary>
    public static ulong Key(Scope scope, Line line) => scope switch
    {
        Scope.Person => Key(scope, line.Person),
        Scope.Number => Key(scope, line.Number),
        _ => Key(scope, line.Task),
    };

    private static ulong Key(Scope scope, Guid id) => Key(scope, MemoryMarshal.Cast<Guid, char>(new ReadOnlySpan<Guid>(in id)));

    // FNV-1a.
    public static ulong Key(Scope scope, ReadOnlySpan<char> key)
    {
        var hash = 14695981039346656037UL ^ (ulong)scope;
        foreach (var letter in key)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }

    /// <summary>Nearly always there is one.</summary>
    private struct Starts
    {
        private long firstAt;
        private long firstLine;
        private List<(long At, long Line)>? more;

        public readonly int Count(long since)
        {
            var count = firstLine != 0 && firstAt >= since ? 1 : 0;
            if (more is not null)
            {
                foreach (var start in more)
                    count += start.At >= since ? 1 : 0;
            }

            return count;
        }

        public void Add(long at, long line, long forget)
        {
            if (firstLine == 0)
            {
                (firstAt, firstLine) = (at, line);
                return;
            }

            more ??= new List<(long, long)>(1);
            if (more.Count >= 64)
                more.RemoveAll(start => start.At < forget);
            more.Add((at, line));
        }

        public void Remove(long line)
        {
            if (firstLine == line)
                firstLine = 0;
            else
                more?.RemoveAll(start => start.Line == line);
        }
    }
}
