using Herald.Sip.Media;

namespace Herald.Sip.Tests.Lab;

/// <summary>Keeps what a call heard.</summary>
internal sealed class Ear : IFrameSink
{
    private readonly List<short> samples = [];
    private readonly TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int wanted;

    /// <param name="call">The call to listen to.</param>
    /// <param name="milliseconds">Of sound, silence left out.</param>
    public Ear(Call call, int milliseconds)
    {
        wanted = milliseconds * Pcm.Rate / 1_000;
        call.Core.Media!.AddSink(this);
    }

    public async Task<short[]> HeardAsync()
    {
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(15));
        lock (samples)
            return [.. samples];
    }

    public void Frame(ReadOnlySpan<short> heard, ReadOnlySpan<short> said)
    {
        if (heard.IndexOfAnyExceptInRange<short>(-64, 64) < 0)
            return;
        lock (samples)
        {
            samples.AddRange(heard);
            if (samples.Count >= wanted)
                enough.TrySetResult();
        }
    }

    /// <summary>
    /// Share of the energy at one frequency, 0..1: the median over frames of 20 ms, so that a late packet on a busy
    /// machine, which shifts the phase, is not mistaken for another sound.
    /// </summary>
    public static double Purity(ReadOnlySpan<short> samples, double hertz)
    {
        var shares = new List<double>();
        for (var at = 0; at + Pcm.FrameSamples <= samples.Length; at += Pcm.FrameSamples)
            shares.Add(Coherence(samples.Slice(at, Pcm.FrameSamples), hertz));
        shares.Sort();
        return shares.Count == 0 ? 0 : shares[shares.Count / 2];
    }

    /// <summary>The same over all samples at once: gaps and shifts count against it.</summary>
    public static double Coherence(ReadOnlySpan<short> samples, double hertz)
    {
        double re = 0, im = 0, all = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var angle = 2 * Math.PI * hertz * i / Pcm.Rate;
            re += samples[i] * Math.Cos(angle);
            im += samples[i] * Math.Sin(angle);
            all += (double)samples[i] * samples[i];
        }
        return all == 0 ? 0 : 2 * (re * re + im * im) / samples.Length / all;
    }
}
