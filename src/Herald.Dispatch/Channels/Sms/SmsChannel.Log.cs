using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Channels.Sms;

public sealed partial class SmsChannel
{
    [LoggerMessage(1601, LogLevel.Error, "Channel {Channel}: the submit of delivery {DeliveryId} failed; its result is Unknown")]
    private partial void SubmitFailed(string channel, Guid deliveryId, Exception e);

    [LoggerMessage(1603, LogLevel.Warning, "Channel {Channel}: a text outside of deliveries was refused with status {Status}")]
    private partial void AnswerRefused(string channel, string status);
}
