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

    /// <summary>Share of the energy at one frequency, 0..1.</summary>
    public static double Purity(ReadOnlySpan<short> samples, double hertz)
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
