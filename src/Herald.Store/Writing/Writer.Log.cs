using Microsoft.Extensions.Logging;

namespace Herald.Store.Writing;

internal sealed partial class Writer
{
    [LoggerMessage(3001, LogLevel.Error, "The writer failed in a way it does not know")]
    private partial void WriterFault(Exception fault);

    [LoggerMessage(3002, LogLevel.Warning, "The database is unavailable: {Changes} changes were refused")]
    private partial void DatabaseUnavailable(int changes, Exception fault);

    [LoggerMessage(3003, LogLevel.Warning, "A change of kind {Kind} was refused by the database")]
    private partial void ChangeRefused(string kind, Exception fault);
}
