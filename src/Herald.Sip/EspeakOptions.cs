namespace Herald.Sip;

/// <summary>The espeak-ng engine.</summary>
public sealed record EspeakOptions
{
    /// <summary>Default "espeak-ng", found by PATH.</summary>
    public string Program { get; init; } = "espeak-ng";

    /// <summary>Where spoken texts are kept, one WAV each, named by the hash of voice, speed and text. They may hold what people are told: keep it as private as the log.</summary>
    public required string CacheDirectory { get; init; }

    /// <summary>Texts kept; beyond it the oldest quarter goes. Default 5,000; at least 4.</summary>
    public int MaxCached { get; init; } = 5_000;

    /// <summary>Default "en-us".</summary>
    public string Voice { get; init; } = "en-us";

    /// <summary>Words a minute. Default 160; 80..450.</summary>
    public int Speed { get; init; } = 160;

    /// <summary>Longest run of the program. Default 10 s.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Programs at once. Default 2.</summary>
    public int Processes { get; init; } = 2;
}
