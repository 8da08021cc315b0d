using NodaTime;

namespace Herald.Store.Queue;

/// <summary>The newest message to a number.</summary>
/// <param name="At">When its receipt said delivered; until then, and without one, when the carrier took it.</param>
/// <param name="AwaitsReceipt">The carrier has it, and no receipt has come.</param>
public sealed record LastMessage(Guid DeliveryId, Guid EngagementId, Instant At, Guid? ContactId, bool AwaitsReceipt);
