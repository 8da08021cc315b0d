namespace Herald.Sip;

/// <summary>Text to samples.</summary>
public interface ISpeech
{
    /// <summary>8 kHz, 16-bit mono samples of the text.</summary>
    /// <param name="text">At most 4,000 characters; empty gives no samples.</param>
    /// <param name="voice">Name of the engine's voice, for example <c>en-us</c>; null = its default.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="SpeechException">The engine failed or is not there.</exception>
    ValueTask<short[]> SayAsync(string text, string? voice, CancellationToken cancel);
}
