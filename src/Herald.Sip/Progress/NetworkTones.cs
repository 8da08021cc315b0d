namespace Herald.Sip.Progress;

/// <summary>Fax, special information and busy tones, before or after the answer. Pure, fed 20 ms at a time.</summary>
internal sealed class NetworkTones
{
    private const int FaxFrames = 20;      // 400 ms: CNG is 500 ms on (T.30 §5.3.1.2), CED 2.6 s (§4.3.3.2)
    private const int SitFrames = 8;       // 160 ms of each segment's 276 or 380 (Q.35 / SR-2275)
    private const int BusyCycles = 3;

    private readonly ToneRun tone = new();
    private int sitStep;
    private int sitAge;
    private int busyOn;
    private int busyOff;
    private int busyRuns;
    private double busyLow;

    public ProgressKind? Add(in FrameSound sound)
    {
        tone.Add(sound);
        if (tone.Frames == FaxFrames && tone.Hertz is (> 1_060 and < 1_140) or (> 2_070 and < 2_130))
            return ProgressKind.Fax;
        return Sit() ? ProgressKind.Sit : Busy(sound) ? ProgressKind.Busy : null;
    }

    // Three rising tones behind each other: 914 or 985, 1371 or 1429, 1777 Hz.
    private bool Sit()
    {
        sitAge++;
        if (tone.Frames != SitFrames)
            return false;
        var step = tone.Hertz switch
        {
            > 880 and < 1_020 => 1,
            > 1_330 and < 1_470 => 2,
            > 1_730 and < 1_830 => 3,
            _ => 0,
        };
        sitStep = step == 1 ? 1 : step == sitStep + 1 && sitAge < 40 ? step : 0;
        sitAge = 0;
        return sitStep == 3;
    }

    // On and off 160 to 640 ms each, the same tone each time (E.180 busy and congestion; ring-back is off for seconds).
    private bool Busy(in FrameSound sound)
    {
        var on = sound.Kind is FrameKind.Tone or FrameKind.DualTone && sound.Low is > 300 and < 700;
        if (on)
        {
            if (busyOff > 0)
                busyRuns = busyOff is >= 7 and <= 33 && Math.Abs(sound.Low - busyLow) < 60 ? busyRuns : 0;
            (busyOn, busyOff, busyLow) = (busyOn + 1, 0, sound.Low);
            if (busyOn > 34)
                busyRuns = 0;
            return false;
        }
        if (sound.Kind == FrameKind.Sound && busyOn == 0 && busyOff > 1)
            busyRuns = 0;
        if (busyOn > 0)
            busyRuns = busyOn is >= 7 and <= 33 ? busyRuns + 1 : 0;
        (busyOn, busyOff) = (0, busyOff + 1);
        return busyOff == 1 && busyRuns == BusyCycles;
    }
}
