using System.Globalization;
using Herald.Sip;
using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>Recordings as WAV files, a folder a day, named by the delivery: left what was heard, right what was said.</summary>
internal sealed partial class Recordings(string folder, TimeProvider time, ILogger<Recordings> log)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>From now to the end. A disk that refuses costs the recording, not the call.</summary>
    /// <returns>Null: not recorded.</returns>
    public IAsyncDisposable? Begin(Call call, Guid id)
    {
        try
        {
            var day = Path.Combine(folder, time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(day);
            else
                Directory.CreateDirectory(day, Private);
            return call.RecordTo(Path.Combine(day, $"{id:D}.wav"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotRecorded(id, e.Message);
            return null;
        }
    }

    [LoggerMessage(1731, LogLevel.Error, "Call {CallId} is not recorded: {Why}")]
    private partial void NotRecorded(Guid callId, string why);
}
