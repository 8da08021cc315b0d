using System.Buffers.Binary;

namespace Herald.Sip.Media;

/// <summary>Keys to telephone-events, one packet a tick: 100 ms on, three end packets, 60 ms off (RFC 4733 §2.5.1.4). Pure.</summary>
internal sealed class DtmfSender
{
    private const int OnTicks = 5;
    private const int EndPackets = 3;
    private const int OffTicks = 3;

    private readonly Queue<char> waiting = new();
    private TaskCompletionSource? drained;
    private int tick;
    private uint started;

    public bool IsBusy => waiting.Count > 0;

    public Task Enqueue(string digits)
    {
        foreach (var digit in digits)
            waiting.Enqueue(digit);
        drained ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        return drained.Task;
    }

    /// <summary>
    /// Writes the tick's event payload. False = this tick is a gap between keys (nothing is written, silence may be sent).
    /// <paramref name="timestamp"/> stays the press's first one (RFC 4733 §2.5.1.2).
    /// </summary>
    public bool Next(uint now, Span<byte> payload, out uint timestamp, out bool marker)
    {
        if (tick == 0)
            started = now;
        timestamp = started;
        marker = tick == 0;
        var sending = tick < OnTicks + EndPackets;
        if (sending)
        {
            var over = tick >= OnTicks;
            payload[0] = (byte)DtmfDigits.All.IndexOf(waiting.Peek(), StringComparison.Ordinal);
            payload[1] = (byte)((over ? 0x80 : 0) | 10); // volume -10 dBm0
            BinaryPrimitives.WriteUInt16BigEndian(payload[2..], (ushort)(Math.Min(tick + 1, OnTicks) * Pcm.FrameSamples));
        }
        if (++tick == OnTicks + EndPackets + OffTicks)
            Finish();
        return sending;
    }

    /// <summary>The same key as tones, for peers without telephone-events. False = gap.</summary>
    public bool NextTone(Span<short> frame)
    {
        var sending = tick < OnTicks;
        if (sending)
            Tones.Dtmf(waiting.Peek(), tick * Pcm.FrameSamples, frame);
        if (++tick >= OnTicks + OffTicks)
            Finish();
        return sending;
    }

    public void Abandon()
    {
        waiting.Clear();
        drained?.TrySetResult();
    }

    private void Finish()
    {
        tick = 0;
        waiting.Dequeue();
        if (waiting.Count > 0)
            return;
        drained?.TrySetResult();
        drained = null;
    }
}
