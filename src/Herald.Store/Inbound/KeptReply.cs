using NodaTime;

namespace Herald.Store.Inbound;

/// <summary>A message from a person.</summary>
/// <param name="Number">The person's.</param>
/// <param name="To">Ours.</param>
/// <param name="SourceId">The carrier's name for it; the same once more changes nothing. Null: it has none.</param>
/// <param name="DeliveryId">What it most likely answers; null: nothing was ever sent there.</param>
/// <param name="InTime">Within the first response timeout of that delivery: its conversation is opened, once.</param>
public sealed record KeptReply(
    string Number,
    string To,
    string Text,
    Instant At,
    string? SourceId,
    Guid? DeliveryId,
    bool InTime,
    Guid? EngagementId = null,
    Guid? ContactId = null,
    Guid? WorkstreamId = null,
    Guid? QueueId = null);
