using Herald.Sip.Media;

namespace Herald.Sip.Progress;

/// <summary>
/// Who answered, by cadence: people say a word or two and wait, machines talk on and beep. Pure: fed 20 ms at a time,
/// says what it concludes. Before the answer only the network's tones are listened for.
/// </summary>
internal sealed class CallProgress(ProgressOptions options, bool beforeAnswer)
{
    private enum Stage
    {
        Deciding,
        AwaitingBeep,
        Done,
    }

    private const int SteadyFrames = 4;
    private const int MaxDip = 3;
    private const int SungFrames = 20;

    private readonly NetworkTones network = new();
    private readonly ToneRun beep = new();
    private Stage stage;
    private int elapsed;       // frames since the start
    private int spoken;        // frames of greeting so far, short gaps included
    private int word;          // frames of the word now spoken
    private int dip;           // quiet frames inside it
    private int silent;        // frames since the last word
    private int told;          // elapsed when the machine was told
    private bool heardWords;

    public bool IsDone => stage == Stage.Done;

    public void Frame(ReadOnlySpan<short> frame, Action<ProgressVerdict> tell)
    {
        if (stage == Stage.Done)
            return;
        var sound = FrameSound.Of(frame, options.SpeechLevel);
        elapsed++;
        if (network.Add(sound) is { } tones && stage == Stage.Deciding)
            Conclude(tones, Stage.Done, tell);
        else if (!beforeAnswer)
            Listen(sound, tell);
    }

    private void Listen(in FrameSound sound, Action<ProgressVerdict> tell)
    {
        var ended = beep.Add(sound);
        Count(sound);
        if (heardWords && IsBeep(ended))
        {
            if (stage == Stage.Deciding)
                Conclude(ProgressKind.Machine, Stage.AwaitingBeep, tell);
            Conclude(ProgressKind.Beep, Stage.Done, tell);
        }
        else if (stage == Stage.AwaitingBeep)
            AwaitBeep(tell);
        else
            Decide(tell);
    }

    private void Decide(Action<ProgressVerdict> tell)
    {
        if (spoken >= Frames(options.MachineGreeting))
        {
            told = elapsed;
            Conclude(ProgressKind.Machine, Stage.AwaitingBeep, tell);
        }
        else if (heardWords && silent >= Frames(options.SilenceAfterGreeting) && beep.Frames == 0)
            Conclude(ProgressKind.Person, Stage.Done, tell);
        else if (!heardWords && elapsed >= Frames(options.InitialSilence) && silent >= Frames(options.InitialSilence))
            Conclude(ProgressKind.Silence, Stage.Done, tell);
        else if (elapsed >= Frames(options.Limit))
            Conclude(ProgressKind.Undecided, Stage.Done, tell);
    }

    private void AwaitBeep(Action<ProgressVerdict> tell)
    {
        if (silent >= Frames(options.SilenceForBeep) && beep.Frames == 0)
            Conclude(ProgressKind.Beep, Stage.Done, tell);
        else if (elapsed - told >= Frames(options.BeepLimit))
            stage = Stage.Done;
    }

    private void Count(in FrameSound sound)
    {
        // A steady single tone is no speech: beeps and fax must not lengthen a greeting.
        var loud = sound.Kind is FrameKind.Sound or FrameKind.DualTone || (sound.Kind == FrameKind.Tone && beep.Frames < SteadyFrames);
        if (!loud)
        {
            silent++;
            if (++dip > MaxDip)
                word = 0;
            return;
        }
        word++;
        var minimum = Frames(options.MinimumWord);
        if (word < minimum)
            silent++;
        else if (word == minimum)
        {
            var gap = silent - word + 1;
            spoken += word + (heardWords && gap < Frames(options.WordGap) ? gap : 0);
            (heardWords, silent) = (true, 0);
        }
        else
        {
            spoken += 1 + dip;
            silent = 0;
        }
        dip = 0;
    }

    // Sung vowels are pure for up to 220 ms: a tone out of speech has to be longer than that to be a beep.
    private bool IsBeep((int Frames, double Hertz, bool FromSilence) ended) =>
        ended.Frames >= (ended.FromSilence ? Frames(options.BeepLength) : Math.Max(SungFrames, Frames(options.BeepLength)))
        && ended.Hertz is > 350 and < 2_500;

    private void Conclude(ProgressKind kind, Stage next, Action<ProgressVerdict> tell)
    {
        stage = next;
        tell(new(kind, Time(elapsed), Time(spoken)));
    }

    private static int Frames(TimeSpan time) => (int)(time.TotalMilliseconds / Pcm.FrameMilliseconds);

    private static TimeSpan Time(int frames) => TimeSpan.FromMilliseconds(frames * Pcm.FrameMilliseconds);
}
