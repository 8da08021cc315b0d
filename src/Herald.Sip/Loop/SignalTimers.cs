namespace Herald.Sip.Loop;

/// <summary>All timers of the loop in one heap behind one clock timer. Used on the loop only.</summary>
internal sealed class SignalTimers : IDisposable
{
    private readonly TimeProvider time;
    private readonly ITimer clock;
    private readonly PriorityQueue<SignalTimer, long> heap = new();
    private long armedFor = long.MaxValue;
    private int dead;

    public SignalTimers(TimeProvider time, Action wake)
    {
        this.time = time;
        clock = time.CreateTimer(_ => wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Timers waiting, cancelled ones not yet swept included.</summary>
    public int Count => heap.Count;

    public SignalTimer After(TimeSpan delay, Action due)
    {
        var timer = new SignalTimer(this, due);
        var at = time.GetTimestamp() + (long)(delay.TotalSeconds * time.TimestampFrequency);
        heap.Enqueue(timer, at);
        Arm();
        return timer;
    }

    public void RunDue(Action<Action> run)
    {
        armedFor = long.MaxValue;
        var now = time.GetTimestamp();
        while (heap.TryPeek(out var timer, out var at) && at <= now)
        {
            heap.Dequeue();
            if (timer.Take() is { } due)
                run(due);
            else
                dead--;
        }
        Arm();
    }

    /// <summary>Cancelled timers are swept when they are the majority: an answered call must not hold its 30-minute timer's memory.</summary>
    internal void Cancelled()
    {
        if (++dead < 1_024 || dead * 2 < heap.Count)
            return;
        var live = heap.UnorderedItems.Where(item => item.Element.IsLive).ToArray();
        heap.Clear();
        heap.EnqueueRange(live);
        dead = 0;
    }

    public void Dispose() => clock.Dispose();

    private void Arm()
    {
        if (!heap.TryPeek(out _, out var at) || at >= armedFor)
            return;
        armedFor = at;
        var wait = TimeSpan.FromSeconds(Math.Max(0, at - time.GetTimestamp()) / (double)time.TimestampFrequency);
        // Rounded up: the clock's timers count whole milliseconds, and one too early would spin.
        clock.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
