using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Core.Planning;
using Herald.Store.Intake;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>An attempt that is over, and what follows for its task.</summary>
/// <param name="Owner">Owner of a started row; null ends a sent row.</param>
/// <param name="Next">Attempt or Wait: the next delivery row is written; End: the task ends with it. A task cancelled meanwhile ends whatever this says.</param>
/// <param name="NextDeliveryId">Id of that next row.</param>
/// <param name="ReplyDueAt">Until then a reply is in time; null: none is awaited.</param>
/// <param name="Fallback">An SMS task to append in the same transaction.</param>
public sealed record FinishedDelivery(
    Guid DeliveryId,
    Guid TaskId,
    Guid? Owner,
    AttemptOutcome Outcome,
    NextStep Next,
    Guid NextDeliveryId,
    long NextRank,
    RowSettings Row,
    Instant Now,
    NewTask? Fallback = null,
    Instant? ReplyDueAt = null);
