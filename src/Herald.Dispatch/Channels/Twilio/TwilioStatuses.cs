using Herald.Core.Deliveries;

namespace Herald.Dispatch.Channels.Twilio;

/// <summary>MessageStatus of a callback (Twilio documentation, "Message resource: status values").</summary>
internal static class TwilioStatuses
{
    /// <summary>A null result is no end yet.</summary>
    public static readonly IReadOnlyList<(string Word, DeliveryResult? Result)> Table =
    [
        ("accepted", null),
        ("scheduled", null),
        ("queued", null),
        ("sending", null),
        ("sent", null),
        ("delivered", DeliveryResult.Delivered),
        ("read", DeliveryResult.Delivered),
        ("undelivered", DeliveryResult.NotDelivered),
        ("failed", DeliveryResult.NotDelivered),
        ("canceled", DeliveryResult.NotDelivered),
    ];

    public static DeliveryResult? ResultOf(string word) =>
        Table.FirstOrDefault(row => string.Equals(row.Word, word, StringComparison.OrdinalIgnoreCase)).Result;
}
