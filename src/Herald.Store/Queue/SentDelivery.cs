using NodaTime;

namespace Herald.Store.Queue;

/// <summary>An acknowledged message. (profile, message id) → delivery is written with it; a receipt that came first is matched at once.</summary>
/// <param name="MessageIds">One per segment, in the profile's canonical form.</param>
/// <param name="ReceiptDueAt">Then the result becomes Unknown.</param>
public sealed record SentDelivery(Guid DeliveryId, Guid Owner, Guid ProfileId, IReadOnlyList<string> MessageIds, Instant SentAt, Instant ReceiptDueAt);
