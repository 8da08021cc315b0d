using Herald.Core.Planning;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>A plan for a row that was not started: Attempt makes it ready, Wait waiting, End ends task and delivery.</summary>
/// <param name="Seen">The row's <c>next_check_at</c> when it was read: a row that was put back since is left alone. Null = written whatever it says.</param>
public sealed record Look(Guid DeliveryId, Guid TaskId, NextStep Step, long Rank, Instant? Seen = null);
