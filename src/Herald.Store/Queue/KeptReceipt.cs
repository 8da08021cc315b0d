using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Store.Queue;

/// <param name="Result">Delivered or NotDelivered.</param>
/// <param name="Diagnostics">JSON with the carrier's state and error code, ≤ 1,000 characters.</param>
/// <param name="ReasonCode">Of a delivery it corrects; not kept.</param>
public sealed record KeptReceipt(Guid ProfileId, string MessageId, DeliveryResult Result, Instant At, string? Diagnostics, string? ReasonCode = null);
