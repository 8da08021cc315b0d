using Herald.Core.Outcomes;
using Herald.Sip;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>Waits for call progress. A key ends every wait: machines press none.</summary>
internal sealed class AnsweredBy(Heard heard, CallLine line, ProgressOptions? options, TimeProvider time)
{
    /// <summary>The classifier keeps its own limits on the media clock; this one is for media that never came up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The first verdict; None when a key came before it, or nobody listens.</summary>
    /// <exception cref="OperationCanceledException">The call was over first.</exception>
    public async Task<LineVerdict> WaitAsync()
    {
        if (options is null)
            return LineVerdict.None;
        await FirstAsync(heard.FirstVerdict, options.Limit);
        return heard.FirstVerdict.IsCompleted ? await heard.FirstVerdict : LineVerdict.None;
    }

    /// <summary>Waits until the machine records, or should. False: a key came first.</summary>
    /// <exception cref="OperationCanceledException">The call was over first.</exception>
    public async Task<bool> BeepAsync()
    {
        await FirstAsync(heard.Beep, options!.BeepLimit);
        return !line.FirstKey.IsCompleted;
    }

    private async Task FirstAsync(Task what, TimeSpan limit)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(line.Over);
        await Task.WhenAny(what, line.FirstKey, Task.Delay(limit + Patience, time, enough.Token));
        await enough.CancelAsync();
        line.Over.ThrowIfCancellationRequested();
    }
}
