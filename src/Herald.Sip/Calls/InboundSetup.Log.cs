using Microsoft.Extensions.Logging;

namespace Herald.Sip.Calls;

internal sealed partial class InboundSetup
{
    [LoggerMessage(620, LogLevel.Error, "The handler of incoming call {CallId} failed; an unanswered caller hears 480")]
    private static partial void LogHandlerFailed(ILogger log, Exception e, string callId);
}
