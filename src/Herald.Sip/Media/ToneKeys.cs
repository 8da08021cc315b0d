namespace Herald.Sip.Media;

/// <summary>
/// Keys sent as tones (Q.24), by Goertzel filters on 20 ms frames: two frames alike are a press, reported once. Listened for only
/// where the peer sends no telephone-events. Pure.
/// </summary>
internal sealed class ToneKeys
{
    private const double MinimumLevel = 1.5e5; // mean square: about -38 dBFS
    private const double Share = 0.82;         // of the frame's energy in the two tones
    private const double Twist = 6.3;          // 8 dB between them, either way

    private static readonly double[] Rows = [697, 770, 852, 941];
    private static readonly double[] Columns = [1209, 1336, 1477, 1633];
    private const string Keys = "123A456B789C*0#D";

    private char? last;
    private char? pressed;

    public char? Add(ReadOnlySpan<short> frame)
    {
        var now = Detect(frame);
        var fresh = now is not null && now == last && now != pressed ? now : null;
        if (now is null && last is null)
            pressed = null;
        pressed = fresh ?? pressed;
        last = now;
        return fresh;
    }

    private static char? Detect(ReadOnlySpan<short> frame)
    {
        var energy = 0.0;
        foreach (var sample in frame)
            energy += (double)sample * sample;
        if (energy / frame.Length < MinimumLevel)
            return null;
        var (row, low) = Strongest(frame, Rows);
        var (column, high) = Strongest(frame, Columns);
        return (low + high) / energy > Share && low / high is > 1 / Twist and < Twist ? Keys[row * 4 + column] : null;
    }

    private static (int Index, double Energy) Strongest(ReadOnlySpan<short> frame, double[] frequencies)
    {
        var best = (0, 0.0);
        for (var i = 0; i < frequencies.Length; i++)
        {
            var energy = Goertzel(frame, frequencies[i]);
            if (energy > best.Item2)
                best = (i, energy);
        }
        return best;
    }

    // Scaled so that a pure tone gives the frame's whole energy.
    private static double Goertzel(ReadOnlySpan<short> frame, double hertz)
    {
        var coefficient = 2 * Math.Cos(2 * Math.PI * hertz / Pcm.Rate);
        double before = 0, last = 0;
        foreach (var sample in frame)
            (before, last) = (last, sample + coefficient * last - before);
        return (last * last + before * before - coefficient * last * before) * 2 / frame.Length;
    }
}
