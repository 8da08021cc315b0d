using System.Collections.Concurrent;
using Herald.Dispatch.Agents;
using Herald.Sip;
using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>Speech in the language of a workstream. A language without a voice is spoken by the default one: a call with a strange accent is better than none.</summary>
internal sealed partial class Voices(ISpeech speech, SpeechOptions options, ILogger<Voices> log)
{
    private readonly ConcurrentDictionary<string, bool> unknown = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="AgentFailedException">The text could not be spoken.</exception>
    public async ValueTask<short[]> SayAsync(string text, string? language, CancellationToken ct)
    {
        var voice = string.IsNullOrWhiteSpace(language) ? options.Voice : options.Voices.TryGetValue(language, out var own) ? own : language;
        if (unknown.ContainsKey(voice))
            voice = options.Voice;
        try
        {
            return await speech.SayAsync(text, voice, ct);
        }
        catch (SpeechException) when (!voice.Equals(options.Voice, StringComparison.OrdinalIgnoreCase))
        {
            var samples = await DefaultAsync(text, ct);
            if (unknown.TryAdd(voice, true))
                NoVoice(voice, options.Voice);
            return samples;
        }
        catch (SpeechException e)
        {
            throw Failed(e);
        }
    }

    private async ValueTask<short[]> DefaultAsync(string text, CancellationToken ct)
    {
        try
        {
            return await speech.SayAsync(text, options.Voice, ct);
        }
        catch (SpeechException e)
        {
            throw Failed(e);
        }
    }

    private static AgentFailedException Failed(SpeechException e) => new($"a text could not be spoken. {e.Message}", e);

    [LoggerMessage(1711, LogLevel.Warning, "There is no voice {Voice}: {Default} speaks in its place")]
    private partial void NoVoice(string voice, string @default);
}
