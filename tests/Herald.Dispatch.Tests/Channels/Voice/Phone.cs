using Herald.Sip;
using Herald.Sip.Media;
using Herald.Sip.Tests.Lab;

namespace Herald.Dispatch.Tests.Channels.Voice;

/// <summary>baresip under a number, and what such phones say.</summary>
internal static class Phone
{
    public const string Number = "+15551230001";

    private static readonly TempFolder Spoken = new();
    private static readonly EspeakSpeech Speech = new(new EspeakOptions { CacheDirectory = Spoken.Path }, TimeProvider.System);

    /// <param name="voice">Spoken once the call is up, then silence.</param>
    public static Task<Baresip> StartAsync(short[] voice, bool answers = true) =>
        Baresip.StartAsync(voice, answers, $"<sip:{Number}@127.0.0.1:@SIP@>;regint=0");

    public static async Task<short[]> HelloAsync() => [.. Silence(300), .. await SayAsync("Hello?")];

    public static async Task<short[]> MachineAsync() =>
        [.. Silence(400), .. await SayAsync("You have reached the Smith family. We are not at home. Please leave a message after the tone."), .. Silence(500), .. Tones.Tone(1_000, 400)];

    public static async Task<short[]> SayAsync(string text) => await Speech.SayAsync(text, "en-us", CancellationToken.None);

    public static short[] Silence(int milliseconds) => new short[milliseconds * 8];

    /// <summary>
    /// How alike two sounds are, 0..1: the best match of their loudness curves at any shift. Speech that was coded and
    /// shifted stays alike; other words do not.
    /// </summary>
    public static double Likeness(short[] heard, short[] said)
    {
        var (a, b) = (Loudness(heard), Loudness(said[..(Array.FindLastIndex(said, sample => Math.Abs((int)sample) > 100) + 1)]));
        var best = 0.0;
        for (var shift = 0; shift + b.Length <= a.Length; shift++)
            best = Math.Max(best, Correlation(a.AsSpan(shift, b.Length), b));
        return best;
    }

    // 20 ms windows, a new one each 5 ms; what is below 100 of 32,767 is silence, whichever codec made it.
    private static double[] Loudness(short[] samples)
    {
        const int Hop = 40;
        var curve = new double[Math.Max(0, (samples.Length - Pcm.FrameSamples) / Hop)];
        for (var i = 0; i < curve.Length; i++)
        {
            var sum = 0.0;
            foreach (var sample in samples.AsSpan(i * Hop, Pcm.FrameSamples))
                sum += (double)sample * sample;
            curve[i] = Math.Log(Math.Max(1e4, sum / Pcm.FrameSamples));
        }

        return curve;
    }

    private static double Correlation(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double ma = 0, mb = 0, ab = 0, aa = 0, bb = 0;
        for (var i = 0; i < b.Length; i++)
            (ma, mb) = (ma + a[i] / b.Length, mb + b[i] / b.Length);
        for (var i = 0; i < b.Length; i++)
            (ab, aa, bb) = (ab + (a[i] - ma) * (b[i] - mb), aa + (a[i] - ma) * (a[i] - ma), bb + (b[i] - mb) * (b[i] - mb));
        return aa == 0 || bb == 0 ? 0 : ab / Math.Sqrt(aa * bb);
    }
}
