using Herald.Store;
using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Loops;

/// <summary>Runs one thing again and again with a pause between; a failure is logged and the next round comes as if nothing was.</summary>
internal sealed partial class Loop : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly Task running;
    private readonly ILogger log;
    private long begun;
    private long done;

    public Loop(string name, TimeSpan pause, Func<CancellationToken, Task> once, TimeProvider time, ILogger log)
    {
        this.log = log;
        Pause = pause;
        running = Task.Run(() => RunAsync(name, pause, once, time));
    }

    public TimeSpan Pause { get; }

    /// <summary>Rounds begun and rounds over.</summary>
    public (long Begun, long Done) Rounds => (Volatile.Read(ref begun), Volatile.Read(ref done));

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync(string name, TimeSpan pause, Func<CancellationToken, Task> once, TimeProvider time)
    {
        using var timer = new PeriodicTimer(pause, time);
        try
        {
            do
            {
                Interlocked.Increment(ref begun);
                try
                {
                    await once(stopping.Token);
                }
                catch (Exception e) when (e is StoreUnavailableException or StoreBusyException)
                {
                    StoreAway(name, e.Message);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    RoundFailed(name, e);
                }

                Interlocked.Increment(ref done);
            }
            while (await timer.WaitForNextTickAsync(stopping.Token));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    [LoggerMessage(1302, LogLevel.Warning, "A round of {Loop} waits for the store: {Why}")]
    private partial void StoreAway(string loop, string why);

    [LoggerMessage(1301, LogLevel.Error, "A round of {Loop} failed; it is tried again")]
    private partial void RoundFailed(string loop, Exception e);
}
