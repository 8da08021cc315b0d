using Microsoft.Extensions.Logging;

namespace Herald.Smpp.Accounts;

internal sealed partial class Arrivals
{
    [LoggerMessage(4020, LogLevel.Warning, "SMPP {Account}: a receipt names no message; acknowledged and dropped")]
    private partial void LogReceiptWithoutId(string account);

    [LoggerMessage(4021, LogLevel.Error, "SMPP {Account}: a receipt or message was not handled; the SMSC is asked to send it again")]
    private partial void LogHandlerFailed(string account, Exception e);
}
