using Herald.Sip.Media;

namespace Herald.Sip.Progress;

/// <summary>Puts a classifier on a call's sound.</summary>
internal sealed class ProgressSink(ProgressOptions options, bool beforeAnswer, Action<ProgressVerdict> tell) : IFrameSink
{
    private readonly CallProgress progress = new(options, beforeAnswer);

    public void Frame(ReadOnlySpan<short> heard, ReadOnlySpan<short> said) => progress.Frame(heard, tell);
}
