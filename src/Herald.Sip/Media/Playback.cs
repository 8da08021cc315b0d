namespace Herald.Sip.Media;

/// <summary>Samples on their way out. Touched under its session's lock.</summary>
internal sealed class Playback(ReadOnlyMemory<short> samples, bool stopOnDtmf)
{
    private readonly TaskCompletionSource<PlayEnd> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int position;

    public Task<PlayEnd> Done => done.Task;

    public bool StopOnDtmf => stopOnDtmf;

    public bool IsOver => done.Task.IsCompleted;

    /// <summary>Next frame; the last one is filled up with silence.</summary>
    public void Fill(Span<short> frame)
    {
        var rest = samples.Span[position..];
        var count = Math.Min(rest.Length, frame.Length);
        rest[..count].CopyTo(frame);
        frame[count..].Clear();
        position += count;
        if (position >= samples.Length)
            End(PlayEnd.Finished);
    }

    public void End(PlayEnd how) => done.TrySetResult(how);
}
