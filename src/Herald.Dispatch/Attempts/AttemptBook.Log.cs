using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Attempts;

internal sealed partial class AttemptBook
{
    [LoggerMessage(1201, LogLevel.Error, "An outcome could not be planned or written")]
    private partial void SettlingFailed(Exception e);

    [LoggerMessage(1202, LogLevel.Debug, "The end of delivery {DeliveryId} was not written: its row is not this owner's any more")]
    private partial void EndIgnored(Guid deliveryId);
}
