namespace Herald.Sip.Progress;

internal enum FrameKind
{
    Silence,

    /// <summary>One steady sine.</summary>
    Tone,

    /// <summary>Two sines.</summary>
    DualTone,

    /// <summary>Anything else loud: speech, music, noise.</summary>
    Sound,
}
