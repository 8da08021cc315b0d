using NodaTime;

namespace Herald.Store.Queue;

/// <summary>The conversation row of an answered call or an answered message.</summary>
public sealed record ConnectedDelivery(Guid DeliveryId, Guid ConversationId, string Number, Guid? WorkstreamId, Guid? QueueId, Guid? ContactId, Instant At);
