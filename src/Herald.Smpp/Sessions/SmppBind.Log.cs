using Herald.Smpp.Protocol;
using Microsoft.Extensions.Logging;

namespace Herald.Smpp.Sessions;

internal sealed partial class SmppBind
{
    [LoggerMessage(4001, LogLevel.Warning, "SMPP {SystemId}: {Command} {Sequence} answers nothing we asked; ignored")]
    private partial void LogUnknownAnswer(string systemId, CommandId command, uint sequence);

    [LoggerMessage(4002, LogLevel.Warning, "SMPP {SystemId}: malformed {Command} refused: {Fault}")]
    private partial void LogMalformed(string systemId, CommandId command, PduFault fault);
}
