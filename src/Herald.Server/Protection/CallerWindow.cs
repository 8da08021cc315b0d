namespace Herald.Server.Protection;

/// <summary>What one caller did in the last 300 seconds, by the second.</summary>
internal sealed class CallerWindow
{
    public const int Seconds = 300;

    private readonly Lock gate = new();
    private readonly int[] requests = new int[Seconds];
    private readonly long[] milliseconds = new long[Seconds];
    private long second;
    private int sumRequests;
    private long sumMilliseconds;
    private int running;

    /// <summary>The last second this caller was seen in.</summary>
    public long LastSeen => Interlocked.Read(ref second);

    /// <summary>Counts a request that may go on; refuses it otherwise, which costs the caller nothing.</summary>
    /// <param name="now">Seconds on a clock that never goes back.</param>
    public ProtectionVerdict Enter(long now, ProtectionOptions limits)
    {
        lock (gate)
        {
            Forget(now);
            if (running >= limits.Concurrent)
                return ProtectionVerdict.Concurrent;
            if (sumRequests >= limits.Requests)
                return ProtectionVerdict.Requests(SecondsUntil(requests, sumRequests - limits.Requests + 1));
            if (sumMilliseconds >= limits.Execution.TotalMilliseconds)
                return ProtectionVerdict.Execution(SecondsUntil(milliseconds, sumMilliseconds - (long)limits.Execution.TotalMilliseconds + 1));
            running++;
            sumRequests++;
            requests[now % Seconds]++;
            return ProtectionVerdict.GoOn(limits.Requests - sumRequests, limits.Execution - TimeSpan.FromMilliseconds(sumMilliseconds));
        }
    }

    public void Leave(long now, TimeSpan took)
    {
        lock (gate)
        {
            Forget(now);
            running--;
            sumMilliseconds += (long)took.TotalMilliseconds;
            milliseconds[now % Seconds] += (long)took.TotalMilliseconds;
        }
    }

    private void Forget(long now)
    {
        for (var past = Math.Max(second + 1, now - Seconds + 1); past <= now; past++)
        {
            var slot = past % Seconds;
            sumRequests -= requests[slot];
            sumMilliseconds -= milliseconds[slot];
            requests[slot] = 0;
            milliseconds[slot] = 0;
        }

        second = Math.Max(second, now);
    }

    /// <summary>How long until so much of the window has gone by; 1 to 300.</summary>
    private int SecondsUntil<T>(T[] counts, long excess)
        where T : struct, IConvertible
    {
        for (var ahead = 1; ahead <= Seconds; ahead++)
        {
            // The slot that leaves the window then is the oldest one.
            excess -= counts[(second + ahead) % Seconds].ToInt64(null);
            if (excess <= 0)
                return ahead;
        }

        return Seconds;
    }
}
