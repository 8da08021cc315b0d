using System.Runtime.CompilerServices;

namespace Herald.Audit.Log;

/// <summary>All chains as one: each in its own order, together by time. A chain is opened when its first line is due, so that restarts cost no connections.</summary>
internal static class MergedLog
{
    public static async IAsyncEnumerable<Line> ReadAsync(AuditDatabase database, IReadOnlyList<ChainHead> heads, int pageLines, [EnumeratorCancellation] CancellationToken ct)
    {
        var waiting = new Queue<ChainHead>(heads.OrderBy(head => head.FirstAt));
        var open = new List<ChainReader>();
        try
        {
            while (true)
            {
                var first = Earliest(open);
                while (waiting.TryPeek(out var head) && (first is null || head.FirstAt <= first.Head!.At))
                {
                    var reader = new ChainReader(database, waiting.Dequeue(), pageLines, ct);
                    open.Add(reader);
                    await reader.MoveAsync(ct);
                    first = Earliest(open);
                }

                if (first is null)
                    yield break;
                yield return first.Head!;
                if (first.TryMove() || await first.MoveAsync(ct))
                    continue;
                open.Remove(first);
                await first.DisposeAsync();
            }
        }
        finally
        {
            foreach (var reader in open)
                await reader.DisposeAsync();
        }
    }

    private static ChainReader? Earliest(List<ChainReader> open)
    {
        ChainReader? earliest = null;
        foreach (var reader in open)
        {
            if (reader.Head is { } line && (earliest is null || line.At < earliest.Head!.At))
                earliest = reader;
        }

        return earliest;
    }
}
