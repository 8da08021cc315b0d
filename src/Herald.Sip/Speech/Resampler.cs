using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Herald.Sip.Media;

namespace Herald.Sip.Speech;

/// <summary>The engine's WAV (22.05 kHz) to telephone samples: windowed sinc, cut at 3.4 kHz. Not for users' files.</summary>
internal static class Resampler
{
    private const double CutHertz = 3_400;
    private const int HalfTaps = 24;

    /// <param name="wav">A canonical 44-byte header and 16-bit mono samples.</param>
    public static short[] ToTelephone(byte[] wav)
    {
        var rate = BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24));
        var channels = BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(22));
        var bits = BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(34));
        if (rate is < Pcm.Rate or > 192_000 || channels != 1 || bits != 16)
            throw new SpeechException($"The engine speaks {rate} Hz, {bits} bits, {channels} channel(s); 16-bit mono of at least 8 kHz is needed.");
        return Convert(MemoryMarshal.Cast<byte, short>(wav.AsSpan(44, (wav.Length - 44) & ~1)), rate);
    }

    public static short[] Convert(ReadOnlySpan<short> samples, int rate)
    {
        var step = (double)rate / Pcm.Rate;
        var cut = 2 * CutHertz / rate;
        var output = new short[(int)(samples.Length / step)];
        for (var i = 0; i < output.Length; i++)
        {
            var centre = i * step;
            var first = (int)centre - HalfTaps + 1;
            double sum = 0, weights = 0;
            for (var k = first; k < first + 2 * HalfTaps; k++)
            {
                var distance = centre - k;
                var window = 0.5 + 0.5 * Math.Cos(Math.PI * distance / HalfTaps);
                var weight = Sinc(cut * distance) * window;
                weights += weight;
                if (k >= 0 && k < samples.Length)
                    sum += samples[k] * weight;
            }
            output[i] = (short)Math.Clamp(sum / weights, short.MinValue, short.MaxValue);
        }
        return output;
    }

    private static double Sinc(double x) => Math.Abs(x) < 1e-9 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}
