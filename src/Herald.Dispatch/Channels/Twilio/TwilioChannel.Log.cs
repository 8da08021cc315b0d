using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Channels.Twilio;

public sealed partial class TwilioChannel
{
    [LoggerMessage(1651, LogLevel.Warning, "Channel {Channel} pauses for {Pause}: the provider answered with code {Code}")]
    private partial void Pausing(string channel, TimeSpan pause, int code);

    [LoggerMessage(1652, LogLevel.Error, "Channel {Channel}: sending delivery {DeliveryId} failed; its result is Unknown")]
    private partial void SendFailed(string channel, Guid deliveryId, Exception e);
}
