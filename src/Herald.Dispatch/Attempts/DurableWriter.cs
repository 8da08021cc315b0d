using Herald.Store;
using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Attempts;

/// <summary>Repeats a write while the store is away or its lane is full. What has happened on the line cannot be taken back, so it is written however long that takes.</summary>
internal sealed partial class DurableWriter(TimeProvider time, ILogger<DurableWriter> log) : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource givenUp = new(Timeout.InfiniteTimeSpan, time);

    /// <summary>The stop's deadline is over: what is not written stays a started row, and rescue makes it Unknown.</summary>
    public void GiveUpAfter(TimeSpan pause) => givenUp.CancelAfter(pause);

    public async Task UntilDoneAsync(Func<CancellationToken, Task> write)
    {
        for (var pause = Shortest; ; pause = pause < Longest ? pause * 2 : Longest)
        {
            try
            {
                await write(givenUp.Token);
                return;
            }
            catch (StoreBusyException)
            {
            }
            catch (StoreUnavailableException e)
            {
                StoreAway(e.Message);
            }

            await Task.Delay(pause, time, givenUp.Token);
        }
    }

    public void Dispose() => givenUp.Dispose();

    [LoggerMessage(1211, LogLevel.Warning, "The store is away, an outcome is kept and tried again: {Why}")]
    private partial void StoreAway(string why);
}
