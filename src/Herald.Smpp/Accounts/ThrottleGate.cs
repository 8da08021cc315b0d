namespace Herald.Smpp.Accounts;

/// <summary>Closed for a while after the SMSC asked for less; longer each time nothing was accepted in between.</summary>
internal sealed class ThrottleGate(TimeSpan minimum, TimeSpan maximum, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly long start = time.GetTimestamp();
    private TimeSpan closedUntil;
    private int step;

    public bool IsOpen => OpensIn == TimeSpan.Zero;

    public uint LastStatus { get; private set; }

    public TimeSpan OpensIn
    {
        get
        {
            lock (gate)
                return closedUntil > Now ? closedUntil - Now : TimeSpan.Zero;
        }
    }

    /// <summary>A whole window may be throttled at once: what comes while closed is the same event.</summary>
    public void Throttled(uint status)
    {
        lock (gate)
        {
            LastStatus = status;
            if (closedUntil > Now)
                return;
            var pause = minimum * Math.Pow(2, step);
            closedUntil = Now + (pause < maximum ? pause : maximum);
            step = Math.Min(step + 1, 30);
        }
    }

    public void Accepted()
    {
        lock (gate)
        {
            if (closedUntil <= Now)
                step = 0;
        }
    }

    private TimeSpan Now => time.GetElapsedTime(start);
}
