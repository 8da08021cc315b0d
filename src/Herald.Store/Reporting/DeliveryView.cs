using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Store.Reporting;

/// <param name="NextCheckAt">Of an open, not started row.</param>
public sealed record DeliveryView(
    Guid Id,
    DeliveryState State,
    DeliveryStatus Status,
    DeliveryResult? Result,
    Instant? NextCheckAt,
    Instant? StartedAt,
    string? ReasonCode,
    string? Reason);
