using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Herald.Sip.Loop;

/// <summary>
/// The one thread of control of an endpoint's signalling: messages, timers and the caller's commands run here one after
/// the other, so transactions, dialogs and calls need no locks. At 500 calls a second it is a fraction of a core.
/// </summary>
internal sealed partial class SignalLoop : IAsyncDisposable
{
    /// <summary>Messages from the network that may wait; more are dropped, UDP peers repeat them.</summary>
    public const int NetworkBacklog = 8_192;

    private readonly Channel<Action> work = Channel.CreateUnbounded<Action>(new() { SingleReader = true });
    private readonly ILogger log;
    private readonly Task running;
    private int networkWaiting;

    public SignalLoop(TimeProvider time, ILogger log)
    {
        this.log = log;
        Timers = new(time, wake: () => Post(static () => { }));
        running = Task.Run(RunAsync);
    }

    /// <summary>To be used on the loop only.</summary>
    public SignalTimers Timers { get; }

    /// <summary>Runs later, on the loop. False after disposal.</summary>
    public bool Post(Action action) => work.Writer.TryWrite(action);

    /// <summary>As <see cref="Post"/>, for what strangers send: false when the backlog is full.</summary>
    public bool PostFromNetwork(Action action)
    {
        if (Interlocked.Increment(ref networkWaiting) > NetworkBacklog)
        {
            Interlocked.Decrement(ref networkWaiting);
            return false;
        }
        return Post(() =>
        {
            Interlocked.Decrement(ref networkWaiting);
            action();
        });
    }

    /// <summary>Runs on the loop and hands back what it returned or threw.</summary>
    public Task<T> AskAsync<T>(Func<T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var posted = Post(() =>
        {
            try
            {
                answer.SetResult(question());
            }
            catch (Exception e)
            {
                answer.SetException(e);
            }
        });
        if (!posted)
            answer.SetException(new ObjectDisposedException(nameof(SipEndpoint)));
        return answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        work.Writer.TryComplete();
        await running;
        Timers.Dispose();
    }

    private async Task RunAsync()
    {
        while (await work.Reader.WaitToReadAsync())
        {
            while (work.Reader.TryRead(out var action))
                Run(action);
            Timers.RunDue(Run);
        }
    }

    private void Run(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            LogFailed(log, e);
        }
    }
}
