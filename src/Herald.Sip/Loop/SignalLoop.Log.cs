using Microsoft.Extensions.Logging;

namespace Herald.Sip.Loop;

internal sealed partial class SignalLoop
{
    [LoggerMessage(600, LogLevel.Error, "A signalling step failed; its message or timer is dropped")]
    private static partial void LogFailed(ILogger log, Exception e);
}
