namespace Herald.Sip.Media;

/// <summary>The one sample format inside: 8 kHz, 16 bits, mono, in frames of 20 ms.</summary>
internal static class Pcm
{
    public const int Rate = 8_000;

    public const int FrameSamples = 160;

    public const int FrameMilliseconds = 20;
}
