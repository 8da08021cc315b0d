using Herald.Sip.Media;
using Herald.Sip.Progress;

namespace Herald.Sip.Tests.Progress;

/// <summary>Builds what a line sounds like, through G.711 as in life, and asks the classifier.</summary>
internal sealed class Sound
{
    private readonly List<short> samples = [];

    public Sound Silence(int milliseconds)
    {
        // A line is never still: noise at about -60 dBFS.
        var random = new Random(7);
        for (var i = 0; i < milliseconds * 8; i++)
            samples.Add((short)random.Next(-40, 41));
        return this;
    }

    public Sound Tone(double hertz, int milliseconds, double amplitude = 8_000)
    {
        samples.AddRange(Tones.Tone(hertz, milliseconds, amplitude));
        return this;
    }

    public Sound Pair(double low, double high, int milliseconds)
    {
        var first = Tones.Tone(low, milliseconds, 5_000);
        var second = Tones.Tone(high, milliseconds, 5_000);
        samples.AddRange(first.Zip(second, (a, b) => (short)(a + b)));
        return this;
    }

    public Sound Speech(short[] speech)
    {
        samples.AddRange(speech);
        return this;
    }

    public List<ProgressVerdict> Verdicts(bool beforeAnswer = false, ProgressOptions? options = null, Codec codec = Codec.Pcmu)
    {
        var line = new byte[samples.Count];
        G711.Encode(codec, samples.ToArray(), line);
        var heard = new short[samples.Count];
        G711.Decode(codec, line, heard);
        var verdicts = new List<ProgressVerdict>();
        var progress = new CallProgress(options ?? new(), beforeAnswer);
        for (var at = 0; at + Pcm.FrameSamples <= heard.Length; at += Pcm.FrameSamples)
            progress.Frame(heard.AsSpan(at, Pcm.FrameSamples), verdicts.Add);
        return verdicts;
    }

    public ProgressKind[] Kinds(bool beforeAnswer = false, Codec codec = Codec.Pcmu) =>
        [.. Verdicts(beforeAnswer, codec: codec).Select(verdict => verdict.Kind)];
}
