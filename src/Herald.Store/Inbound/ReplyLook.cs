using NodaTime;

namespace Herald.Store.Inbound;

/// <param name="Due">When to look again; null: nobody replied in time, and <paramref name="Reason"/> says so.</param>
public sealed record ReplyLook(Guid DeliveryId, Instant? Due, string? Reason);
