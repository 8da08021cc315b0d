using Microsoft.Extensions.Logging;

namespace Herald.WebApi.Requests;

internal sealed partial class Edge
{
    [LoggerMessage(3001, LogLevel.Error, "{Method} failed, request {RequestId}")]
    private static partial void Failed(ILogger log, Exception exception, string method, string requestId);

    [LoggerMessage(3002, LogLevel.Warning, "The database is not available for {Method}, request {RequestId}")]
    private static partial void Unavailable(ILogger log, Exception exception, string method, string requestId);
}
