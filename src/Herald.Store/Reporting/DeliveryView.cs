using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Store.Reporting;

/// <param name="NextCheckAt">Of an open, not started row.</param>
/// <param name="ReadySince">When a ready row became ready; null for others.</param>
/// <param name="EndedAt">Also of a row that ended without an attempt.</param>
public sealed record DeliveryView(
    Guid Id,
    DeliveryState State,
    DeliveryStatus Status,
    DeliveryResult? Result,
    Instant? NextCheckAt,
    Instant? StartedAt,
    string? ReasonCode,
    string? Reason,
    Instant? ReadySince,
    Instant? EndedAt);
