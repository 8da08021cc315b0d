namespace Herald.Sip.Media;

/// <summary>Generated tones.</summary>
internal static class Tones
{
    /// <summary>Row and column frequencies in Hz (ITU-T Q.23), by key.</summary>
    public static (double Low, double High) DtmfPair(char digit) => digit switch
    {
        '1' => (697, 1209), '2' => (697, 1336), '3' => (697, 1477), 'A' => (697, 1633),
        '4' => (770, 1209), '5' => (770, 1336), '6' => (770, 1477), 'B' => (770, 1633),
        '7' => (852, 1209), '8' => (852, 1336), '9' => (852, 1477), 'C' => (852, 1633),
        '*' => (941, 1209), '0' => (941, 1336), '#' => (941, 1477), _ => (941, 1633),
    };

    public static void Dtmf(char digit, int offset, Span<short> frame)
    {
        var (low, high) = DtmfPair(digit);
        for (var i = 0; i < frame.Length; i++)
            frame[i] = (short)(8_000 * (Sine(low, offset + i) + Sine(high, offset + i)));
    }

    /// <param name="hertz">Frequency.</param>
    /// <param name="milliseconds">Length.</param>
    /// <param name="amplitude">Peak, 0..32767.</param>
    public static short[] Tone(double hertz, int milliseconds, double amplitude = 10_000)
    {
        var samples = new short[milliseconds * Pcm.Rate / 1_000];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = (short)(amplitude * Sine(hertz, i));
        return samples;
    }

    private static double Sine(double hertz, int sample) => Math.Sin(2 * Math.PI * hertz * sample / Pcm.Rate);
}
