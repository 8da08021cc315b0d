using Microsoft.Extensions.Logging;

namespace Herald.Sip.Trunks;

internal sealed partial class Trunk
{
    [LoggerMessage(610, LogLevel.Information, "Trunk {Trunk} is up")]
    private static partial void LogUp(ILogger log, string trunk);

    [LoggerMessage(611, LogLevel.Warning, "Trunk {Trunk} is down: {Reason}")]
    private static partial void LogDown(ILogger log, string trunk, string reason);
}
