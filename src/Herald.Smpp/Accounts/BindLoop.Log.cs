using Herald.Smpp.Protocol;
using Microsoft.Extensions.Logging;

namespace Herald.Smpp.Accounts;

internal sealed partial class BindLoop
{
    [LoggerMessage(4010, LogLevel.Information, "SMPP {Account}: {Kind} up")]
    private partial void LogUp(string account, CommandId kind);

    [LoggerMessage(4011, LogLevel.Warning, "SMPP {Account}: {Kind} down ({Reason}); next try in {Wait}")]
    private partial void LogDown(string account, CommandId kind, string reason, TimeSpan wait);
}
