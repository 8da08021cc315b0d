using NodaTime;

namespace Herald.Store.Queue;

/// <param name="RetryAt">When the row is looked at again.</param>
public sealed record UnsentDelivery(Guid DeliveryId, Guid Owner, Instant Now, Instant RetryAt, string ReasonCode);
