namespace Herald.WebApi.Tests.Peers;

/// <summary>A clock that stands still; its timers are the system's.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
