using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Channels.Simulated;

/// <summary>Things to do at moments to come, on one timer: ten thousand calls cost a heap, not ten thousand timers. A clock that is set meanwhile neither holds them back nor brings them on.</summary>
internal sealed class Agenda : IDisposable
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<Action, (Instant At, long Order)> items = new();
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private readonly Instant begun;
    private readonly long begunAt;
    private long order;

    public Agenda(TimeProvider time)
    {
        this.time = time;
        (begun, begunAt) = (time.GetCurrentInstant(), time.GetTimestamp());
        timer = time.CreateTimer(_ => RunDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>When the next thing is due; null = nothing to do.</summary>
    public Instant? NextAt
    {
        get
        {
            lock (gate)
                return items.TryPeek(out _, out var key) ? key.At : null;
        }
    }

    /// <summary>Runs the action after so long, by steady time. What is asked for later comes later when it is due at the same moment.</summary>
    public void After(Duration delay, Action action)
    {
        lock (gate)
        {
            items.Enqueue(action, (Steady() + delay, order++));
            Arm();
        }
    }

    /// <summary>Runs everything that is left, now and in its order.</summary>
    public void RunAll()
    {
        while (Next(Instant.MaxValue) is { } action)
            action();
    }

    public void Dispose() => timer.Dispose();

    private void RunDue()
    {
        while (Next(Steady()) is { } action)
            action();
        lock (gate)
            Arm();
    }

    private Action? Next(Instant now)
    {
        lock (gate)
            return items.TryPeek(out _, out var key) && key.At <= now ? items.Dequeue() : null;
    }

    private Instant Steady() => begun + Duration.FromTimeSpan(time.GetElapsedTime(begunAt));

    private void Arm()
    {
        if (!items.TryPeek(out _, out var key))
            return;
        var wait = key.At - Steady();
        timer.Change(wait <= Duration.Zero ? TimeSpan.Zero : wait.ToTimeSpan() + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }
}
