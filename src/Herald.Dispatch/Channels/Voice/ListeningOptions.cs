using Herald.Sip;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>Call progress analysis: who or what answered. <c>Herald:Channels:&lt;key&gt;:Progress</c>.</summary>
public sealed class ListeningOptions
{
    private static readonly ProgressOptions Standard = new();

    /// <summary>Listen before the agent speaks. Default: yes; without it the agent speaks at once and machines are not told from people.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>dBFS above which a frame is speech or tone. Default -40; -60..-10.</summary>
    public double SpeechLevel { get; set; } = Standard.SpeechLevel;

    /// <summary>A greeting that goes on this long is a machine. Default 1.8 s; 0.5..10 s.</summary>
    public TimeSpan MachineGreeting { get; set; } = Standard.MachineGreeting;

    /// <summary>Silence after a shorter greeting that makes it a person. Default 0.8 s; 0.3..5 s.</summary>
    public TimeSpan SilenceAfterGreeting { get; set; } = Standard.SilenceAfterGreeting;

    /// <summary>Silence from the answer on after which the agent speaks all the same. Default 3.5 s; 1..20 s.</summary>
    public TimeSpan InitialSilence { get; set; } = Standard.InitialSilence;

    /// <summary>Pauses shorter than this do not split a greeting. Default 0.3 s; 0.06..1 s, below <see cref="SilenceAfterGreeting"/>.</summary>
    public TimeSpan WordGap { get; set; } = Standard.WordGap;

    /// <summary>Noise shorter than this is no speech. Default 0.1 s; 0.02..0.5 s.</summary>
    public TimeSpan MinimumWord { get; set; } = Standard.MinimumWord;

    /// <summary>Shortest steady tone that is a beep. Default 0.16 s; 0.1..1 s.</summary>
    public TimeSpan BeepLength { get; set; } = Standard.BeepLength;

    /// <summary>Silence after a machine's greeting that stands for its beep. Default 2.5 s; 1..10 s.</summary>
    public TimeSpan SilenceForBeep { get; set; } = Standard.SilenceForBeep;

    /// <summary>Longest time for a verdict. Default 8 s; 2..60 s. The engagement's own detection time, when set, takes its place.</summary>
    public TimeSpan Limit { get; set; } = Standard.Limit;

    /// <summary>How long a beep is waited for. Default 45 s; 5..180 s.</summary>
    public TimeSpan BeepLimit { get; set; } = Standard.BeepLimit;

    /// <param name="limit">The engagement's detection time.</param>
    internal ProgressOptions? Progress(TimeSpan? limit) => !Enabled ? null : new ProgressOptions
    {
        SpeechLevel = SpeechLevel,
        MachineGreeting = MachineGreeting,
        SilenceAfterGreeting = SilenceAfterGreeting,
        InitialSilence = InitialSilence,
        WordGap = WordGap,
        MinimumWord = MinimumWord,
        BeepLength = BeepLength,
        SilenceForBeep = SilenceForBeep,
        Limit = limit ?? Limit,
        BeepLimit = BeepLimit,
    };

    internal IEnumerable<string> Faults(string section)
    {
        if (SpeechLevel is not (>= -60 and <= -10)) yield return $"{section}:SpeechLevel must be -60..-10.";
        if (Outside(MachineGreeting, 0.5, 10)) yield return $"{section}:MachineGreeting must be 00:00:00.5..00:00:10.";
        if (Outside(SilenceAfterGreeting, 0.3, 5)) yield return $"{section}:SilenceAfterGreeting must be 00:00:00.3..00:00:05.";
        if (Outside(InitialSilence, 1, 20)) yield return $"{section}:InitialSilence must be 00:00:01..00:00:20.";
        if (Outside(WordGap, 0.06, 1) || WordGap >= SilenceAfterGreeting) yield return $"{section}:WordGap must be 00:00:00.06..00:00:01 and below SilenceAfterGreeting.";
        if (Outside(MinimumWord, 0.02, 0.5)) yield return $"{section}:MinimumWord must be 00:00:00.02..00:00:00.5.";
        if (Outside(BeepLength, 0.1, 1)) yield return $"{section}:BeepLength must be 00:00:00.1..00:00:01.";
        if (Outside(SilenceForBeep, 1, 10)) yield return $"{section}:SilenceForBeep must be 00:00:01..00:00:10.";
        if (Outside(Limit, 2, 60)) yield return $"{section}:Limit must be 00:00:02..00:01:00.";
        if (Outside(BeepLimit, 5, 180)) yield return $"{section}:BeepLimit must be 00:00:05..00:03:00.";
    }

    private static bool Outside(TimeSpan value, double least, double most) => value < TimeSpan.FromSeconds(least) || value > TimeSpan.FromSeconds(most);
}
