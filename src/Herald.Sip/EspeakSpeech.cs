using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Herald.Sip.Speech;

namespace Herald.Sip;

/// <summary>Speech by espeak-ng, a text spoken once and kept. The same text asked for twice at once is spoken once.</summary>
public sealed class EspeakSpeech : ISpeech, IDisposable
{
    private readonly EspeakOptions options;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim slots;
    private readonly SpeechCache cache;
    private readonly ConcurrentDictionary<string, Lazy<Task<short[]>>> running = new();

    public EspeakSpeech(EspeakOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.options, this.time) = (options, time);
        slots = new(options.Processes);
        cache = new(options.CacheDirectory, options.MaxCached);
    }

    public async ValueTask<short[]> SayAsync(string text, string? voice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text))
            return [];
        if (text.Length > 4_000)
            throw new SpeechException("The text is longer than 4,000 characters.");
        voice ??= options.Voice;
        if (voice.Length is 0 or > 64 || voice[0] == '-')
            throw new SpeechException("The voice is a name of 1 to 64 characters that does not begin with '-'.");
        var key = SpeechCache.Key(voice, options.Speed, text);
        if (cache.Find(key) is { } kept)
            return kept;
        var work = running.GetOrAdd(key, _ => new(() => SpeakAsync(text, voice, key)));
        return await work.Value.WaitAsync(cancel);
    }

    public void Dispose() => slots.Dispose();

    private async Task<short[]> SpeakAsync(string text, string voice, string key)
    {
        await slots.WaitAsync();
        try
        {
            var samples = Resampler.ToTelephone(await RunAsync(text, voice));
            cache.Keep(key, samples);
            return samples;
        }
        finally
        {
            slots.Release();
            running.TryRemove(key, out _);
        }
    }

    private async Task<byte[]> RunAsync(string text, string voice)
    {
        using var limit = new CancellationTokenSource(options.Limit, time);
        using var process = Start(voice);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            using var wave = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(wave, limit.Token);
            await process.StandardInput.WriteAsync(text.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await reading;
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode != 0 || wave.Length < 44)
                throw new SpeechException($"{options.Program} ended with {process.ExitCode}: {(await errors).Trim()}");
            return wave.ToArray();
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            process.Kill();
            throw new SpeechException($"{options.Program} did not finish within {options.Limit.TotalSeconds:0} s.", e);
        }
    }

    private Process Start(string voice)
    {
        var start = new ProcessStartInfo(options.Program,
            ["-v", voice, "-s", options.Speed.ToString(CultureInfo.InvariantCulture), "--stdin", "--stdout"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new SpeechException($"{options.Program} cannot be started: {e.Message}", e);
        }
    }
}
