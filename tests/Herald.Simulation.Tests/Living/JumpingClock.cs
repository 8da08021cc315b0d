namespace Herald.Simulation.Tests.Living;

/// <summary>
/// A clock that stands still between jumps. A timer whose moment a jump passes fires once, at the place where the jump ends, however often its period fits in between:
/// a clock that stopped at each of them would run every loop a thousand times in an empty night.
/// </summary>
internal sealed class JumpingClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<Timer> timers = [];
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref ticks);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void JumpTo(DateTimeOffset at)
    {
        List<Timer> due;
        lock (gate)
        {
            Volatile.Write(ref ticks, Math.Max(ticks, at.UtcTicks));
            due = [.. timers.Where(timer => timer.Due <= ticks).OrderBy(timer => timer.Due)];
            foreach (var timer in due)
                timer.Rearm(ticks);
        }

        foreach (var timer in due)
            timer.Fire();
    }

    private sealed class Timer(JumpingClock clock, TimerCallback callback, object? state) : ITimer
    {
        private long period;

        /// <summary>In ticks; no timer without a moment is in the set.</summary>
        public long Due { get; private set; }

        public void Rearm(long now)
        {
            if (period > 0)
                Due = now + period;
            else
                clock.timers.Remove(this);
        }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan every)
        {
            lock (clock.gate)
            {
                period = every == Timeout.InfiniteTimeSpan ? 0 : every.Ticks;
                Due = clock.ticks + dueTime.Ticks;
                _ = dueTime == Timeout.InfiniteTimeSpan ? clock.timers.Remove(this) : clock.timers.Add(this);
            }

            if (dueTime == TimeSpan.Zero)
                ThreadPool.QueueUserWorkItem(_ => clock.JumpTo(clock.GetUtcNow()));
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
