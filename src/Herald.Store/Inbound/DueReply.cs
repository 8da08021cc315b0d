using NodaTime;

namespace Herald.Store.Inbound;

public sealed record DueReply(Guid DeliveryId, Guid EngagementId, Instant DeliveredAt);
