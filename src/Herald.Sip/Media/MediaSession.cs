using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Herald.Sip.Sdp;

namespace Herald.Sip.Media;

/// <summary>The RTP of one call: sends a frame each tick from the plan's first day to the end, hands on what comes.</summary>
internal sealed partial class MediaSession : IMediaTicked, IDisposable
{
    private const int ReportTicks = 250; // 5 s, RFC 3550 §6.2

    private readonly RtpSockets sockets;
    private readonly MediaClock clock;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly Queue<Playback> playing = new();
    private readonly DtmfSender keysOut = new();
    private readonly ToneKeys tonesIn = new();
    private readonly uint ssrc = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
    private readonly byte[] packet = new byte[RtpPacket.HeaderBytes + Pcm.FrameSamples];
    private readonly short[] said = new short[Pcm.FrameSamples];
    private readonly short[] heard = new short[Pcm.FrameSamples];
    private MediaPlan? plan;
    private SocketAddress? target;
    private IFrameSink[] sinks = [];
    private ushort sequence = (ushort)RandomNumberGenerator.GetInt32(65_536);
    private uint timestamp = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
    private bool talking;
    private bool over;
    private long sent;
    private long tick;

    public MediaSession(RtpSockets sockets, MediaClock clock, TimeProvider time, Action<char> keyPressed)
    {
        (this.sockets, this.clock, this.time, this.keyPressed) = (sockets, clock, time, keyPressed);
        from = new(sockets.Rtp.AddressFamily);
        sockets.Rtp.Blocking = sockets.Rtcp.Blocking = false;
    }

    public int Port => sockets.Port;

    public MediaStats Stats
    {
        get
        {
            lock (gate)
                return new(sent, stats.Received, stats.Lost, jitter.Discarded, stats.JitterMilliseconds, peerLoss);
        }
    }

    /// <summary>Starts, or follows a changed agreement.</summary>
    public void Apply(MediaPlan next)
    {
        lock (gate)
        {
            var moved = plan is null || !plan.Remote.Equals(next.Remote);
            var first = plan is null;
            plan = next;
            if (moved)
            {
                target = agreedSource = next.Remote.Serialize();
                latched = null;
            }
            if (first && !over)
                clock.Add(this);
        }
    }

    public Playback Play(ReadOnlyMemory<short> samples, bool stopOnDtmf)
    {
        var playback = new Playback(samples, stopOnDtmf);
        lock (gate)
        {
            if (over)
                playback.End(PlayEnd.CallEnded);
            else if (samples.IsEmpty)
                playback.End(PlayEnd.Finished);
            else
                playing.Enqueue(playback);
        }
        return playback;
    }

    public void Stop(Playback playback)
    {
        lock (gate)
            playback.End(PlayEnd.Cancelled);
    }

    public Task SendKeys(string digits)
    {
        lock (gate)
            return over ? Task.CompletedTask : keysOut.Enqueue(digits);
    }

    public void AddSink(IFrameSink sink)
    {
        lock (gate)
            sinks = [.. sinks, sink];
    }

    public void RemoveSink(IFrameSink sink)
    {
        lock (gate)
            sinks = [.. sinks.Where(member => !ReferenceEquals(member, sink))];
    }

    public void Tick()
    {
        lock (gate)
        {
            if (plan is null || over)
                return;
            Array.Clear(said);
            if (plan.WeSend)
                SendFrame(plan);
            timestamp += Pcm.FrameSamples;
            if (++tick % ReportTicks == 0)
                SendReport(plan);
            Receive();
            Hear(plan);
            foreach (var sink in sinks)
                sink.Frame(heard, said);
            // Tones are listened for only where the peer has no telephone-events: a key must not count twice.
            if (plan.DtmfPayload is null && tonesIn.Add(heard) is { } key)
            {
                Interrupt();
                keyPressed(key);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (over)
                return;
            over = true;
            foreach (var playback in playing)
                playback.End(PlayEnd.CallEnded);
            keysOut.Abandon();
            sockets.Dispose();
        }
        clock.Remove(this);
    }

    private void SendFrame(MediaPlan agreed)
    {
        if (keysOut.IsBusy && agreed.DtmfPayload is { } events)
        {
            if (keysOut.Next(timestamp, packet.AsSpan(RtpPacket.HeaderBytes), out var pressed, out var first))
            {
                Send(events, first, pressed, 4);
                talking = false;
                return;
            }
        }
        else if (keysOut.IsBusy)
            keysOut.NextTone(said);
        else
            FillFromPrompt();
        G711.Encode(agreed.Codec, said, packet.AsSpan(RtpPacket.HeaderBytes));
        Send(agreed.PayloadType, !talking, timestamp, Pcm.FrameSamples);
        talking = true;
    }

    private void FillFromPrompt()
    {
        while (playing.TryPeek(out var playback) && playback.IsOver)
            playing.Dequeue();
        if (playing.TryPeek(out var current))
            current.Fill(said);
    }

    private void Send(int payloadType, bool marker, uint at, int payload)
    {
        RtpPacket.WriteHeader(packet, payloadType, marker, sequence++, at, ssrc);
        try
        {
            sockets.Rtp.SendTo(packet.AsSpan(0, RtpPacket.HeaderBytes + payload), SocketFlags.None, target!);
            sent++;
        }
        catch (SocketException)
        {
            // No route at this moment: the next frame tries again, the peer counts a loss.
        }
    }

    private void SendReport(MediaPlan agreed)
    {
        Span<byte> report = stackalloc byte[100];
        var since1900 = time.GetUtcNow() - new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var ntp = (ulong)since1900.TotalSeconds << 32 | (ulong)(since1900.TotalSeconds % 1 * uint.MaxValue);
        var size = Rtcp.WriteReport(report, ssrc, ntp, timestamp, sent, stats);
        try
        {
            sockets.Rtcp.SendTo(report[..size], agreed.RemoteRtcp);
        }
        catch (SocketException)
        {
            // Reports are a courtesy.
        }
    }
}
