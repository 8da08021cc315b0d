using System.Net;
using System.Net.Sockets;
using Herald.Sip.Sdp;

namespace Herald.Sip.Media;

internal sealed partial class MediaSession
{
    private const int SilentTicks = 50;

    private readonly CancellationTokenSource stop = new();
    private readonly Action<char> keyPressed;
    private readonly Task receiving;
    private readonly JitterBuffer jitter = new();
    private readonly ReceiverStats stats = new();
    private readonly DtmfReceiver keysIn = new();
    private readonly short[] decoded = new short[2_048];
    private int decodedCount;
    private SocketAddress? latched;
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

    private async Task ReceiveRtpAsync()
    {
        var buffer = new byte[2_048];
        var from = new SocketAddress(sockets.Rtp.AddressFamily);
        while (await ReceiveAsync(sockets.Rtp, buffer, from) is { } size)
            OnRtp(buffer.AsSpan(0, size), from);
    }

    private async Task ReceiveRtcpAsync()
    {
        var buffer = new byte[1_024];
        var from = new SocketAddress(sockets.Rtcp.AddressFamily);
        while (await ReceiveAsync(sockets.Rtcp, buffer, from) is { } size)
            lock (gate)
                peerLoss = Rtcp.PeerLoss(buffer.AsSpan(0, size), ssrc) ?? peerLoss;
    }

    /// <summary>Bytes of the next datagram; null once the session ends.</summary>
    private async Task<int?> ReceiveAsync(Socket socket, byte[] buffer, SocketAddress from)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                return await socket.ReceiveFromAsync(buffer, SocketFlags.None, from, stop.Token);
            }
            catch (SocketException) when (!stop.IsCancellationRequested)
            {
                // An ICMP error of an earlier send, or a datagram larger than any of ours.
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                break;
            }
        }
        return null;
    }

    private void OnRtp(ReadOnlySpan<byte> bytes, SocketAddress from)
    {
        if (!RtpPacket.TryParse(bytes, out var packet))
            return;
        char? key = null;
        lock (gate)
        {
            if (plan is null || !Latch(from))
                return;
            var arrival = (long)(time.GetTimestamp() / (double)time.TimestampFrequency * Pcm.Rate);
            if (packet.PayloadType == plan.PayloadType)
            {
                stats.Add(packet.Ssrc, packet.Sequence, packet.Timestamp, arrival);
                jitter.Add(packet.Sequence, packet.Payload);
            }
            else if (packet.PayloadType == plan.DtmfPayload)
            {
                stats.Add(packet.Ssrc, packet.Sequence, packet.Timestamp, arrival);
                jitter.Add(packet.Sequence, []); // keeps its place in the order, sounds like nothing
                key = keysIn.Add(packet.Timestamp, packet.Payload);
                if (key is not null)
                    Interrupt();
            }
        }
        if (key is { } pressed)
            keyPressed(pressed);
    }

    private void Interrupt()
    {
        foreach (var playback in playing)
            if (playback.StopOnDtmf)
                playback.End(PlayEnd.Interrupted);
    }

    // Symmetric RTP (RFC 4961): send where they send from. One source is followed until it was silent for a second.
    private bool Latch(SocketAddress from)
    {
        if (latched is null || (!latched.Equals(from) && tick - lastHeard > SilentTicks))
        {
            latched = new(from.Family, from.Size);
            from.Buffer[..from.Size].CopyTo(latched.Buffer);
            target = latched;
        }
        else if (!latched.Equals(from))
            return false;
        lastHeard = tick;
        return true;
    }
}
