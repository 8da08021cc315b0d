using System.Threading.Channels;
using Herald.Store;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Dispatching;

/// <summary>Runs the passes of one engagement: when woken, when slots come back, when the earliest row is due.</summary>
public sealed partial class EngagementLoop : IAsyncDisposable
{
    private static readonly Duration AfterFailure = Duration.FromMilliseconds(500);

    private readonly Guid engagementId;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly EngagementDriver driver;
    private readonly Lock gate = new();
    private readonly Channel<byte> signals = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource stopping = new();
    private readonly ITimer timer;
    private Task? running;
    private Instant? wokenFor;
    private bool lookAround = true;
    private bool ended;
    private volatile bool passing;

    internal EngagementLoop(Guid engagementId, DriverParts parts, TimeProvider time, ILoggerFactory logs)
    {
        (this.engagementId, this.time) = (engagementId, time);
        log = logs.CreateLogger<EngagementLoop>();
        driver = new EngagementDriver(engagementId, parts, Signal);
        timer = time.CreateTimer(_ => Signal(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Passes run so far; for tests and the console.</summary>
    public long Passes { get; private set; }

    /// <summary>No pass runs and none is asked for; for tests on a clock that stands still.</summary>
    internal bool IsQuiet => signals.Reader.Count == 0 && !passing;

    /// <summary>A row is due at that moment (now or earlier: at once).</summary>
    public void Wake(Instant due)
    {
        lock (gate)
            wokenFor = wokenFor is { } earlier && earlier <= due ? earlier : due;
        Signal();
    }

    /// <summary>Reads the store for due rows of which no wake told; about once a second.</summary>
    public void LookAround()
    {
        lock (gate)
            lookAround = true;
        Signal();
    }

    /// <summary>Begins to run passes; a second call does nothing.</summary>
    internal void Begin()
    {
        lock (gate)
        {
            if (running is not null || ended)
                return;
            Signal();
            running = Task.Run(RunAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            if (ended)
                return;
            ended = true;
        }

        await stopping.CancelAsync();
        await (running ?? Task.CompletedTask);
        await timer.DisposeAsync();
        driver.Withdraw();
        stopping.Dispose();
    }

    private void Signal() => signals.Writer.TryWrite(0);

    private async Task RunAsync()
    {
        try
        {
            while (await signals.Reader.WaitToReadAsync(stopping.Token))
            {
                // Before the signal is taken, or a moment would look quiet.
                passing = true;
                while (signals.Reader.TryRead(out _))
                {
                }

                Arm(await PassAsync());
                passing = false;
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    private async Task<Instant?> PassAsync()
    {
        var now = time.GetCurrentInstant();
        try
        {
            if (Woken() is { } due)
                driver.Due(due, now);
            if (LooksAround())
                await driver.LookAroundAsync(now, stopping.Token);
            var pass = await driver.RunOnceAsync(now, stopping.Token);
            Passes++;
            return pass.NextAt;
        }
        catch (Exception e) when (e is StoreUnavailableException or StoreBusyException)
        {
            StoreAway(engagementId, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            PassFailed(engagementId, e);
        }

        LookAgain();
        return now + AfterFailure;
    }

    private Instant? Woken()
    {
        lock (gate)
        {
            var due = wokenFor;
            wokenFor = null;
            return due;
        }
    }

    private bool LooksAround()
    {
        lock (gate)
        {
            var look = lookAround;
            lookAround = false;
            return look;
        }
    }

    private void LookAgain()
    {
        lock (gate)
            lookAround = true;
    }

    private void Arm(Instant? next)
    {
        if (next is not { } at)
            return;
        var wait = at - time.GetCurrentInstant();
        if (wait <= Duration.Zero)
        {
            Signal();
            return;
        }

        // Timers round down: a millisecond more saves an empty pass. Far moments are read again by the look-around.
        var most = TimeSpan.FromDays(1);
        var due = wait > Duration.FromTimeSpan(most) ? most : wait.ToTimeSpan() + TimeSpan.FromMilliseconds(1);
        timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(1101, LogLevel.Warning, "Engagement {EngagementId} waits for the store: {Why}")]
    private partial void StoreAway(Guid engagementId, string why);

    [LoggerMessage(1102, LogLevel.Error, "A pass of engagement {EngagementId} failed")]
    private partial void PassFailed(Guid engagementId, Exception e);
}
