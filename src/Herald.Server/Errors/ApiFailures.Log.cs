namespace Herald.Server.Errors;

internal sealed partial class ApiFailures
{
    [LoggerMessage(200, LogLevel.Error, "{Method} {Endpoint} failed")]
    private partial void LogFailed(string method, string endpoint, Exception failure);

    [LoggerMessage(201, LogLevel.Warning, "The store is not available")]
    private partial void LogUnavailable(Exception failure);
}
