namespace Herald.Sip.Media;

/// <summary>What RFC 3550 §6.4.1 reports of a received stream. Pure: arrival times come in, in samples of 8 kHz.</summary>
internal sealed class ReceiverStats
{
    private uint? ssrc;
    private ushort baseSequence;
    private ushort maxSequence;
    private uint cycles;
    private double jitter;
    private long lastTransit;
    private long expectedBefore;
    private long receivedBefore;

    public long Received { get; private set; }

    public uint Ssrc => ssrc ?? 0;

    public uint ExtendedMax => cycles + maxSequence;

    public long Expected => ssrc is null ? 0 : ExtendedMax - baseSequence + 1L;

    public long Lost => Math.Max(0, Expected - Received);

    public double JitterMilliseconds => jitter * 1_000 / Pcm.Rate;

    public uint JitterSamples => (uint)jitter;

    public void Add(uint source, ushort sequence, uint timestamp, long arrival)
    {
        if (ssrc != source)
        {
            (ssrc, baseSequence, maxSequence, cycles, Received, jitter) = (source, sequence, sequence, 0, 0, 0);
            (expectedBefore, receivedBefore) = (0, 0);
            lastTransit = arrival - timestamp;
        }
        else if ((short)(sequence - maxSequence) > 0)
        {
            if (sequence < maxSequence)
                cycles += 1 << 16;
            maxSequence = sequence;
        }
        Received++;
        var transit = arrival - timestamp;
        var change = Math.Abs((int)(transit - lastTransit));
        lastTransit = transit;
        if (change < Pcm.Rate * 10) // a timestamp jump is a new talk spurt of another clock, not jitter
            jitter += (change - jitter) / 16;
    }

    /// <summary>Share lost since last asked, in 256ths (RFC 3550 A.3).</summary>
    public byte FractionLost()
    {
        var expected = Expected - expectedBefore;
        var lost = expected - (Received - receivedBefore);
        (expectedBefore, receivedBefore) = (Expected, Received);
        return expected <= 0 || lost <= 0 ? (byte)0 : (byte)Math.Min(255, lost * 256 / expected);
    }
}
