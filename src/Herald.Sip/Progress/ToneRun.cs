namespace Herald.Sip.Progress;

/// <summary>Follows how long one steady tone lasts. Pure.</summary>
internal sealed class ToneRun
{
    private const double Drift = 25; // Hz between frames that is still the same tone

    private double sum;

    /// <summary>Frames of the tone now sounding; 0 = none.</summary>
    public int Frames { get; private set; }

    /// <summary>Its mean frequency.</summary>
    public double Hertz => Frames == 0 ? 0 : sum / Frames;

    /// <summary>Frames and frequency of the tone that ended with this frame; 0 frames = none ended.</summary>
    public (int Frames, double Hertz) Add(in FrameSound sound)
    {
        var same = sound.Kind == FrameKind.Tone && Frames > 0 && Math.Abs(sound.Low - Hertz) < Drift;
        var ended = same || Frames == 0 ? (0, 0) : (Frames, Hertz);
        if (!same)
            (Frames, sum) = (0, 0);
        if (sound.Kind == FrameKind.Tone)
        {
            Frames++;
            sum += sound.Low;
        }
        return ended;
    }
}
