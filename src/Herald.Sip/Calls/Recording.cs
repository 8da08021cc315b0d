using Herald.Sip.Media;

namespace Herald.Sip.Calls;

/// <summary>A recorder on a call: closed by its owner or by the call's end, whichever is first.</summary>
internal sealed class Recording : IAsyncDisposable
{
    private readonly CallCore call;
    private readonly Recorder recorder;

    public Recording(CallCore call, Recorder recorder)
    {
        (this.call, this.recorder) = (call, recorder);
        call.Media?.AddSink(recorder);
        _ = call.Story.Ended.ContinueWith(_ => DisposeAsync().AsTask(), TaskScheduler.Default);
    }

    public ValueTask DisposeAsync()
    {
        call.Media?.RemoveSink(recorder);
        return recorder.DisposeAsync();
    }
}
