namespace Herald.Smpp.Accounts;

/// <summary>The account's rate and each sender's.</summary>
internal sealed class RateLimit(SmppAccountOptions options, TimeProvider time)
{
    private const int MaxSenders = 10_000;

    private readonly Dictionary<string, TokenBucket> senders = [];
    private readonly long start = time.GetTimestamp();
    private readonly Lock gate = new();
    private TokenBucket? account;

    /// <summary>Segments that may be sent now; null sender: as far as the account's own rate goes.</summary>
    public int Available(string? sender)
    {
        lock (gate)
            return Buckets(sender).Select(bucket => bucket.Available(Now)).DefaultIfEmpty(int.MaxValue).Min();
    }

    /// <summary>Takes <paramref name="segments"/> of both rates when at least one is there of each.</summary>
    /// <param name="sender">The sender address.</param>
    /// <param name="segments">Parts of the message.</param>
    /// <param name="dueIn">When each part is due, from now; null when there is no rate.</param>
    public bool TryTake(string sender, int segments, out TimeSpan[]? dueIn)
    {
        dueIn = null;
        if (options is { SegmentsPerSecond: 0, SenderSegmentsPerSecond: 0 })
            return true;
        lock (gate)
        {
            var now = Now;
            var buckets = Buckets(sender);
            if (buckets.Exists(bucket => bucket.Available(now) < 1))
                return false;
            dueIn = new TimeSpan[segments];
            for (var i = 0; i < segments; i++)
                dueIn[i] = buckets.Max(bucket => bucket.DueIn(i + 1, now));
            buckets.ForEach(bucket => bucket.Take(segments));
            return true;
        }
    }

    public void GiveBack(string sender, int segments)
    {
        lock (gate)
            Buckets(sender).ForEach(bucket => bucket.GiveBack(segments));
    }

    private long Now => time.GetElapsedTime(start).Ticks;

    private List<TokenBucket> Buckets(string? sender)
    {
        List<TokenBucket> buckets = [];
        if (options.SegmentsPerSecond > 0)
            buckets.Add(account ??= new TokenBucket(options.SegmentsPerSecond, options.RateBurst, Now));
        if (sender is not null && options.SenderSegmentsPerSecond > 0)
            buckets.Add(BucketOf(sender));
        return buckets;
    }

    private TokenBucket BucketOf(string sender)
    {
        if (senders.TryGetValue(sender, out var bucket))
            return bucket;
        // A full bucket remembers nothing that a new one would not know.
        if (senders.Count >= MaxSenders)
        {
            foreach (var full in senders.Where(pair => pair.Value.IsFull(Now)).Select(pair => pair.Key).ToList())
                senders.Remove(full);
        }
        return senders[sender] = new TokenBucket(options.SenderSegmentsPerSecond, options.RateBurst, Now);
    }
}
