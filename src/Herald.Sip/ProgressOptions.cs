namespace Herald.Sip;

/// <summary>Thresholds of call progress analysis.</summary>
public sealed record ProgressOptions
{
    /// <summary>Frames louder than this count as speech or tone. Default -40 dBFS; -60..-10.</summary>
    public double SpeechLevel { get; init; } = -40;

    /// <summary>A greeting that goes on this long is a machine. Default 1,800 ms; 500..10,000.</summary>
    public TimeSpan MachineGreeting { get; init; } = TimeSpan.FromMilliseconds(1_800);

    /// <summary>Silence after a shorter greeting that says: a person waits for us. Default 800 ms; 300..5,000.</summary>
    public TimeSpan SilenceAfterGreeting { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>Silence from the answer on that ends in <see cref="ProgressKind.Silence"/>. Default 3.5 s; 1..20 s.</summary>
    public TimeSpan InitialSilence { get; init; } = TimeSpan.FromMilliseconds(3_500);

    /// <summary>Pauses inside a greeting shorter than this do not split it. Default 300 ms; 60..1,000, below <see cref="SilenceAfterGreeting"/>.</summary>
    public TimeSpan WordGap { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Noise shorter than this is no speech. Default 100 ms; 20..500.</summary>
    public TimeSpan MinimumWord { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Shortest steady tone after a greeting that is its beep. Default 160 ms; 100..1,000.</summary>
    public TimeSpan BeepLength { get; init; } = TimeSpan.FromMilliseconds(160);

    /// <summary>Silence after a machine's greeting that stands for a beep not heard. Default 2.5 s; 1..10 s.</summary>
    public TimeSpan SilenceForBeep { get; init; } = TimeSpan.FromMilliseconds(2_500);

    /// <summary>No verdict by then: <see cref="ProgressKind.Undecided"/>. Default 8 s; 2..60 s.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a beep is waited for after a machine was told. Default 45 s; 5..180 s.</summary>
    public TimeSpan BeepLimit { get; init; } = TimeSpan.FromSeconds(45);
}
