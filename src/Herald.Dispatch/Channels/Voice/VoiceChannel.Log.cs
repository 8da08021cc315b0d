using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Channels.Voice;

public sealed partial class VoiceChannel
{
    [LoggerMessage(1701, LogLevel.Error, "Channel {Channel}: the call of delivery {DeliveryId} failed in this service; its result is Unknown")]
    private partial void CallBroke(string channel, Guid deliveryId, Exception e);

    [LoggerMessage(1702, LogLevel.Warning, "Channel {Channel}: delivery {DeliveryId} cannot be written as a call: {Why}")]
    private partial void Unwritable(string channel, Guid deliveryId, string why);

    [LoggerMessage(1703, LogLevel.Warning, "Channel {Channel}: trunk {Trunk} asks to be left alone for {Pause}")]
    private partial void Pausing(string channel, string? trunk, TimeSpan pause);

    [LoggerMessage(1704, LogLevel.Information, "Channel {Channel} listens on {Udp}")]
    private partial void Listens(string channel, string udp);
}
