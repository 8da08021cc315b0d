namespace Herald.Sip.Progress;

/// <summary>Follows how long one steady tone lasts. Pure.</summary>
internal sealed class ToneRun
{
    private const double Drift = 25; // Hz between frames that is still the same tone

    private double sum;
    private int sinceSilence = int.MaxValue / 2;
    private bool fromSilence;

    /// <summary>Frames of the tone now sounding; 0 = none.</summary>
    public int Frames { get; private set; }

    /// <summary>Its mean frequency.</summary>
    public double Hertz => Frames == 0 ? 0 : sum / Frames;

    /// <summary>The tone that ended with this frame; 0 frames = none ended. <c>FromSilence</c>: it did not grow out of other sound, as a vowel does.</summary>
    public (int Frames, double Hertz, bool FromSilence) Add(in FrameSound sound)
    {
        var same = sound.Kind == FrameKind.Tone && Frames > 0 && Math.Abs(sound.Low - Hertz) < Drift;
        var ended = same || Frames == 0 ? (0, 0, false) : (Frames, Hertz, fromSilence);
        sinceSilence = sound.Kind == FrameKind.Silence ? 0 : sinceSilence + 1;
        if (!same)
            (Frames, sum, fromSilence) = (0, 0, sinceSilence <= 2); // one frame may hold silence and onset
        if (sound.Kind == FrameKind.Tone)
        {
            Frames++;
            sum += sound.Low;
        }
        return ended;
    }
}
