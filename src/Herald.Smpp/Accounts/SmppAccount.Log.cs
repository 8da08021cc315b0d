using Microsoft.Extensions.Logging;

namespace Herald.Smpp.Accounts;

public sealed partial class SmppAccount
{
    [LoggerMessage(4030, LogLevel.Error, "SMPP {Account}: the handler threw where it must not")]
    private partial void LogHandlerThrew(string account, Exception e);
}
