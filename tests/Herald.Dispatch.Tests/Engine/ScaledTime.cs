namespace Herald.Dispatch.Tests.Engine;

/// <summary>A clock that runs so many times as fast as the wall, timers included: an hour of engagement life in seconds.</summary>
internal sealed class ScaledTime(DateTimeOffset start, int scale) : TimeProvider
{
    private readonly long began = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(began) * scale;

    public override long GetTimestamp() => began + (System.GetTimestamp() - began) * scale;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Scaled(System.CreateTimer(callback, state, Short(dueTime), Short(period)), this);

    private TimeSpan Short(TimeSpan span) => span == Timeout.InfiniteTimeSpan || span == TimeSpan.Zero ? span
        : TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, span.Ticks / scale));

    private sealed class Scaled(ITimer timer, ScaledTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Short(dueTime), time.Short(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
