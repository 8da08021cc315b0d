using System.Threading.Channels;
using Herald.Dispatch.Agents;
using Herald.Sip;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>An answered SIP call as its agent sees it.</summary>
internal sealed class CallLine(Call call, Voices voices, string? language) : ICallLine, IDisposable
{
    private const string Known = "0123456789*#";

    private readonly Channel<char> keys = System.Threading.Channels.Channel.CreateUnbounded<char>(new UnboundedChannelOptions { SingleWriter = true });
    private readonly CancellationTokenSource over = new();
    private readonly TaskCompletionSource firstKey = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private CancellationTokenSource? interruptible;

    public ChannelReader<char> Keys => keys.Reader;

    /// <summary>Done once a key was pressed.</summary>
    public Task FirstKey => firstKey.Task;

    /// <summary>Cancelled once the call is over.</summary>
    public CancellationToken Over => over.Token;

    public async Task<bool> SpeakAsync(string text, bool keysStop, CancellationToken ct)
    {
        over.Token.ThrowIfCancellationRequested();
        ct.ThrowIfCancellationRequested();
        if (string.IsNullOrWhiteSpace(text))
            return true;
        using var interrupt = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, over.Token, interrupt.Token);
        try
        {
            Interruptible(keysStop ? interrupt : null);
            var samples = await voices.SayAsync(text, language, stop.Token);
            var end = await call.PlayAsync(samples, stopOnDtmf: false, stop.Token);
            if (end == PlayEnd.Finished)
                return true;
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            // A key came while the text was still being made.
        }
        finally
        {
            Interruptible(null);
        }

        ct.ThrowIfCancellationRequested();
        return interrupt.IsCancellationRequested && !over.IsCancellationRequested ? false : throw new OperationCanceledException("The call is over.");
    }

    /// <summary>The key is readable before the speech it stops has ended. <c>A-D</c> are no keys of a person's phone.</summary>
    public void Press(char key)
    {
        if (!Known.Contains(key, StringComparison.Ordinal))
            return;
        keys.Writer.TryWrite(key);
        firstKey.TrySetResult();
        lock (gate)
            interruptible?.Cancel();
    }

    public void End()
    {
        // In this order: who waits for a key hears that the call is over, not that there are no keys.
        over.Cancel();
        keys.Writer.TryComplete();
    }

    public void Dispose() => over.Dispose();

    private void Interruptible(CancellationTokenSource? speech)
    {
        lock (gate)
            interruptible = speech;
    }
}
