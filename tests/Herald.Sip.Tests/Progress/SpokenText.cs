namespace Herald.Sip.Tests.Progress;

/// <summary>espeak-ng, with one cache for the run.</summary>
public sealed class SpokenText : IDisposable
{
    private readonly Lab.TempFolder folder = new();
    private readonly EspeakSpeech speech;

    public SpokenText() => speech = new(new() { CacheDirectory = folder.Path, Speed = 150 }, TimeProvider.System);

    public ISpeech Engine => speech;

    public string Folder => folder.Path;

    public async Task<short[]> SayAsync(string text, string voice = "en-us") => await speech.SayAsync(text, voice, CancellationToken.None);

    public void Dispose()
    {
        speech.Dispose();
        folder.Dispose();
    }
}
