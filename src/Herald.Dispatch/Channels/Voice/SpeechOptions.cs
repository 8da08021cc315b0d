namespace Herald.Dispatch.Channels.Voice;

/// <summary>Texts to speech by espeak-ng: <c>Herald:Channels:&lt;key&gt;:Speech</c>.</summary>
public sealed class SpeechOptions
{
    /// <summary>Default: <c>espeak-ng</c>, found by PATH.</summary>
    public string Program { get; set; } = "espeak-ng";

    /// <summary>For workstreams without a language, and for languages the program does not know. Default <c>en-us</c>.</summary>
    public string Voice { get; set; } = "en-us";

    /// <summary>Voice by language (<c>hrld_language</c>, case-blind), where the language's own name is not the voice wanted.</summary>
    public IDictionary<string, string> Voices { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words a minute. Default 160; 80..450.</summary>
    public int Speed { get; set; } = 160;

    /// <summary>Where spoken texts are kept, as private as the log. Default: <c>speech</c> in the data directory.</summary>
    public string? Cache { get; set; }

    /// <summary>Texts kept. Default 5,000; 4..1,000,000.</summary>
    public int MaxCached { get; set; } = 5_000;

    internal IEnumerable<string> Faults(string section)
    {
        if (Program.Length == 0) yield return $"{section}:Program must name the espeak-ng program.";
        if (Speed is < 80 or > 450) yield return $"{section}:Speed must be 80..450.";
        if (MaxCached is < 4 or > 1_000_000) yield return $"{section}:MaxCached must be 4..1000000.";
        foreach (var voice in Voices.Values.Append(Voice).Where(voice => voice.Length is 0 or > 64 || voice[0] == '-'))
            yield return $"{section}: the voice '{voice}' must be a name of 1..64 characters that does not begin with '-'.";
    }
}
