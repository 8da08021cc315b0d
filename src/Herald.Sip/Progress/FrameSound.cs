namespace Herald.Sip.Progress;

/// <summary>What 20 ms sound like. Frequencies in Hz, ascending; 0 where there is none.</summary>
internal readonly record struct FrameSound(FrameKind Kind, double Low, double High, double Level)
{
    // Residual energy of the fit, relative: G.711 noise leaves about 0.0005 on a clean tone, speech rarely less than 0.05.
    private const double ToneResidual = 0.012;

    /// <param name="frame">160 samples.</param>
    /// <param name="threshold">dBFS below which it is silence.</param>
    public static FrameSound Of(ReadOnlySpan<short> frame, double threshold)
    {
        var energy = 0.0;
        foreach (var sample in frame)
            energy += (double)sample * sample;
        var level = energy == 0 ? -100 : 10 * Math.Log10(energy / frame.Length / (32_768.0 * 32_768.0));
        if (level < threshold)
            return new(FrameKind.Silence, 0, 0, level);
        if (OneSine(frame) is { } single)
            return new(FrameKind.Tone, single, 0, level);
        return TwoSines(frame) is { } pair
            ? new(FrameKind.DualTone, pair.Low, pair.High, level)
            : new(FrameKind.Sound, 0, 0, level);
    }

    // A sine obeys x[n+1] + x[n-1] = 2 cos(w) x[n]: least squares gives w, the residual says whether it is one.
    private static double? OneSine(ReadOnlySpan<short> x)
    {
        double xy = 0, xx = 0, yy = 0;
        for (var n = 1; n < x.Length - 1; n++)
        {
            double y = x[n + 1] + x[n - 1];
            xy += x[n] * y;
            xx += (double)x[n] * x[n];
            yy += y * y;
        }
        if (xx == 0)
            return null;
        var slope = xy / xx;
        // Measured against 4·xx, the energy y would have at 0 Hz: near 2 kHz y itself vanishes.
        return (yy - slope * xy) / (4 * xx) < ToneResidual && Math.Abs(slope) < 2 ? Hertz(slope / 2) : null;
    }

    // Two sines obey x[n+2] + x[n-2] = a (x[n+1] + x[n-1]) + b x[n].
    private static (double Low, double High)? TwoSines(ReadOnlySpan<short> x)
    {
        double uu = 0, uv = 0, vv = 0, uy = 0, vy = 0, yy = 0;
        for (var n = 2; n < x.Length - 2; n++)
        {
            double u = x[n + 1] + x[n - 1], v = x[n], y = x[n + 2] + x[n - 2];
            uu += u * u;
            uv += u * v;
            vv += v * v;
            uy += u * y;
            vy += v * y;
            yy += y * y;
        }
        var det = uu * vv - uv * uv;
        if (det <= uu * vv * 1e-4)
            return null;
        var a = (uy * vv - vy * uv) / det;
        var b = (vy * uu - uy * uv) / det;
        var root = a * a + 4 * (2 + b);
        if (root < 0 || (yy - a * uy - b * vy) / (4 * vv) >= ToneResidual)
            return null;
        var first = (a + Math.Sqrt(root)) / 4;
        var second = (a - Math.Sqrt(root)) / 4;
        return Math.Abs(first) < 1 && Math.Abs(second) < 1 ? (Hertz(first), Hertz(second)) : null;
    }

    private static double Hertz(double cosine) => Math.Acos(Math.Clamp(cosine, -1, 1)) * Media.Pcm.Rate / (2 * Math.PI);
}
