using System.Net;
using System.Net.Sockets;
using Herald.Sip.Sdp;

namespace Herald.Sip.Media;

internal sealed partial class MediaSession
{
    private const int SilentTicks = 50;

    private const int MostPerTick = 8; // what a flood may cost
    private const int ReportReadTicks = 50;

    private readonly Action<char> keyPressed;
    private readonly SocketAddress from;

    [ThreadStatic]
    private static byte[]? datagram; // one for the media thread, not one a call
    private readonly JitterBuffer jitter = new();
    private readonly ReceiverStats stats = new();
    private readonly DtmfReceiver keysIn = new();
    private readonly short[] decoded = new short[1_024];
    private int decodedCount;
    private SocketAddress? latched;
    private SocketAddress? agreedSource;
    private long lastHeard;
    private double? peerLoss;

    // Packets of any length (10 to 60 ms are met) are decoded behind each other and cut into frames.
    private void Hear(MediaPlan agreed)
    {
        while (decodedCount < Pcm.FrameSamples)
        {
            var payload = jitter.Take();
            var room = decoded.AsSpan(decodedCount);
            if (payload is { Length: > 0 })
            {
                var count = Math.Min(payload.Length, room.Length);
                G711.Decode(agreed.Codec, payload.AsSpan(0, count), room);
                decodedCount += count;
                continue;
            }
            room[..(Pcm.FrameSamples - decodedCount)].Clear();
            decodedCount = Pcm.FrameSamples;
        }
        decoded.AsSpan(0, Pcm.FrameSamples).CopyTo(heard);
        decodedCount -= Pcm.FrameSamples;
        decoded.AsSpan(Pcm.FrameSamples, decodedCount).CopyTo(decoded);
    }

    // Read by the tick itself, not by the pool: at 25,000 packets a second that is a third of the cost. Arrival times are
    // the tick's, so one call's jitter is coarse; over many calls the mean is right.
    private void Receive()
    {
        for (var i = 0; i < MostPerTick && TryReceive(sockets.Rtp) is { } size; i++)
            OnRtp(datagram.AsSpan(0, size));
        if (tick % ReportReadTicks == 0 && TryReceive(sockets.Rtcp) is { } report)
            peerLoss = Rtcp.PeerLoss(datagram.AsSpan(0, report), ssrc) ?? peerLoss;
    }

    private int? TryReceive(Socket socket)
    {
        try
        {
            return socket.Poll(0, SelectMode.SelectRead) ? socket.ReceiveFrom(datagram ??= new byte[2_048], SocketFlags.None, from) : null;
        }
        catch (SocketException)
        {
            return null; // larger than any packet of ours, or an ICMP error of an earlier send
        }
    }

    private void OnRtp(ReadOnlySpan<byte> bytes)
    {
        if (!RtpPacket.TryParse(bytes, out var received) || plan is null || !Latch(from))
            return;
        var audio = received.PayloadType == plan.PayloadType;
        var otherLaw = !audio && received.PayloadType is 0 or 8 && plan.PayloadType is 0 or 8;
        if (!audio && !otherLaw && received.PayloadType != plan.DtmfPayload)
            return;
        var arrival = (long)(time.GetTimestamp() / (double)time.TimestampFrequency * Pcm.Rate);
        stats.Add(received.Ssrc, received.Sequence, received.Timestamp, arrival);
        if (otherLaw) // a peer that took both laws may send either (RFC 3264 §6.1)
            jitter.Add(received.Sequence, G711.Convert((Codec)received.PayloadType, received.Payload));
        else
            jitter.Add(received.Sequence, audio ? received.Payload : []); // a key keeps its place in the order and sounds like nothing
        if (!audio && !otherLaw && keysIn.Add(received.Timestamp, received.Payload) is { } key)
        {
            Interrupt();
            keyPressed(key);
        }
    }

    private void Interrupt()
    {
        foreach (var playback in playing)
            if (playback.StopOnDtmf)
                playback.End(PlayEnd.Interrupted);
    }

    // Symmetric RTP (RFC 4961): send where they send from. The agreed address always wins; another one is followed only while
    // nobody else was heard for a second, so that a stray or hostile stream cannot take a call over.
    private bool Latch(SocketAddress source)
    {
        if (latched is not null && latched.Equals(source))
        {
            lastHeard = tick;
            return true;
        }
        if (latched is not null && !source.Equals(agreedSource) && tick - lastHeard <= SilentTicks)
            return false;
        latched = new(source.Family, source.Size);
        source.Buffer[..source.Size].CopyTo(latched.Buffer);
        target = latched;
        lastHeard = tick;
        return true;
    }
}
