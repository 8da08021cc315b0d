using Herald.Sip.Core;
using Herald.Sip.Media;
using Herald.Sip.Messages;
using Herald.Sip.Progress;
using Herald.Sip.Sdp;

namespace Herald.Sip.Calls;

/// <summary>What the stages of one call share. On the loop but for what <see cref="Call"/> reads.</summary>
internal sealed class CallCore(SipCore sip, Action<CallCore> ended)
{
    public SipCore Sip => sip;

    public CallStory Story { get; } = new(sip.Time);

    public bool IsOutbound { get; init; }

    public string CallId { get; set; } = "";

    public MediaSession? Media { get; private set; }

    public SdpSession? Sdp { get; set; }

    private ProgressSink? listening;

    /// <summary>Trunk that carries it, for the end.</summary>
    public string? Trunk { get; set; }

    /// <summary>How the current stage is stopped by our side.</summary>
    public Action Stopping { get; set; } = () => { };

    /// <summary>Set while the call stands.</summary>
    public CallDialog? Dialog { get; set; }

    public void Stop() => Stopping();

    /// <summary>False when no port pair is free.</summary>
    public bool OpenMedia()
    {
        if (sip.Ports.Open(sip.Options.BindUdp.Address) is not { } sockets)
            return false;
        var media = Media = new(sockets, sip.Clock, sip.Time, Story.Key);
        Story.Media = () => media.Stats;
        return true;
    }

    /// <summary>Listens for busy, SIT and fax before the answer.</summary>
    public void ListenEarly(ProgressOptions? options) => Listen(options, beforeAnswer: true);

    /// <summary>Listens for who answered; null = do not.</summary>
    public void ListenAnswered(ProgressOptions? options) => Listen(options, beforeAnswer: false);

    private void Listen(ProgressOptions? options, bool beforeAnswer)
    {
        if (listening is not null)
            Media!.RemoveSink(listening);
        listening = null;
        if (options is not null)
            Media!.AddSink(listening = new(options, beforeAnswer, Story.Verdict));
    }

    /// <summary>The first end is the end; media stop at once, a goodbye may still be under way.</summary>
    public void End(CallEndKind kind, int code, SipMessage? final = null, Party by = Party.None, bool ringLimit = false)
    {
        if (Story.IsOver)
            return;
        Story.End(kind, code, final, by, ringLimit, Trunk);
        Media?.Dispose();
        Media = null; // transactions linger for 32 s and hold this object: not its buffers too
        ended(this);
    }
}
