using System.Threading.Channels;
using Herald.Sip.Messages;

namespace Herald.Sip.Calls;

/// <summary>What happened to one call: its moments, its events, its one end. From any thread.</summary>
internal sealed class CallStory
{
    /// <summary>Events that may wait for a reader; keys and further ringing are dropped beyond it, never the end.</summary>
    public const int MaxWaiting = 1_024;

    private readonly TimeProvider time;
    private readonly Channel<CallEvent> events = Channel.CreateUnbounded<CallEvent>();
    private readonly TaskCompletionSource<CallEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private CallTimes times;
    private int lastRinging;
    private bool over;

    public CallStory(TimeProvider time)
    {
        this.time = time;
        times = new(time.GetUtcNow(), null, null, null, null);
    }

    public ChannelReader<CallEvent> Events => events.Reader;

    public Task<CallEnd> Ended => ended.Task;

    /// <summary>True at the answer; false when it ended without one.</summary>
    public Task<bool> Answer => answered.Task;

    public bool IsOver => over;

    /// <summary>Media counters for the end; asked once.</summary>
    public Func<MediaStats> Media { get; set; } = () => MediaStats.None;

    public CallTimes Times
    {
        get
        {
            lock (gate)
                return times;
        }
    }

    public void Started() => Note(now => times = times with { Started = now });

    public void Ringing(int code) => Note(now =>
    {
        times = times with { Ringing = times.Ringing ?? now };
        if (code != lastRinging)
            Write(new CallEvent.Ringing(now, code));
        lastRinging = code;
    });

    public void EarlyMedia() => Note(now =>
    {
        if (times.EarlyMedia is null)
            Write(new CallEvent.EarlyMedia(now));
        times = times with { EarlyMedia = times.EarlyMedia ?? now };
    });

    public void Answered() => Note(now =>
    {
        times = times with { Answered = now };
        Write(new CallEvent.Answered(now));
        answered.TrySetResult(true);
    });

    public void Key(char key) => Note(now => Write(new CallEvent.Dtmf(now, key)));

    public void Hold(bool on) => Note(now => Write(new CallEvent.Hold(now, on)));

    public void Verdict(ProgressVerdict verdict) => Note(now => Write(new CallEvent.Progress(now, verdict)));

    /// <summary>Only the first end counts.</summary>
    public void End(CallEndKind kind, int code, SipMessage? final = null, Party by = Party.None, bool ringLimit = false, string? trunk = null)
    {
        var media = Media();
        lock (gate)
        {
            if (over)
                return;
            over = true;
            times = times with { Ended = time.GetUtcNow() };
            var reason = ReasonHeader.Read(final);
            var end = new CallEnd
            {
                Kind = kind,
                SipCode = code,
                Phrase = (final as SipResponse)?.Phrase ?? "",
                Q850 = reason.Q850,
                ReasonText = reason.Text,
                HungUpBy = by,
                RingLimitReached = ringLimit,
                Trunk = trunk,
                Times = times,
                Media = media,
            };
            events.Writer.TryWrite(new CallEvent.Ended(times.Ended.Value, end));
            events.Writer.Complete();
            answered.TrySetResult(false);
            ended.SetResult(end);
        }
    }

    private void Note(Action<DateTimeOffset> what)
    {
        lock (gate)
            if (!over)
                what(time.GetUtcNow());
    }

    private void Write(CallEvent item)
    {
        if (events.Reader.Count < MaxWaiting)
            events.Writer.TryWrite(item);
    }
}
