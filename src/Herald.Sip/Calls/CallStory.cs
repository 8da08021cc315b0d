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
    private bool started;
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

    /// <summary>Media counters; after the end the last ones.</summary>
    public Func<MediaStats> Media { get; set; } = () => MediaStats.None;

    public CallTimes Times
    {
        get
        {
            lock (gate)
                return times;
        }
    }

    /// <summary>The first INVITE; further trunks' do not count anew.</summary>
    public void Started() => Note(now =>
    {
        if (!started)
            times = times with { Started = now };
        started = true;
    });

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
            Media = () => media;
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
                RetryAfter = RetryAfterOf(final),
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

    // Seconds, then perhaps a comment or a parameter (RFC 3261 §20.33).
    private static TimeSpan? RetryAfterOf(SipMessage? final)
    {
        var text = final?.Headers[HeaderNames.RetryAfter] ?? "";
        var digits = text.AsSpan(0, text.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? text.Length : end);
        return int.TryParse(digits, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400)) : null;
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
