using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>An open delivery with its task and the attempts before it.</summary>
/// <param name="Sequence">Attempts started so far.</param>
/// <param name="History">Started deliveries of the task, in order; for a started row it includes the row itself.</param>
/// <param name="Cancelled">The task was cancelled while this attempt ran.</param>
public sealed record QueueRow(
    Guid DeliveryId,
    DeliveryState State,
    long Rank,
    Instant NextCheckAt,
    int Sequence,
    DeliveryTask Task,
    IReadOnlyList<PastAttempt> History,
    bool Cancelled = false);
