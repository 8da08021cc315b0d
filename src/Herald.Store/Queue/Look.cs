using Herald.Core.Planning;

namespace Herald.Store.Queue;

/// <summary>A plan for a row that was not started: Attempt makes it ready, Wait waiting, End ends task and delivery.</summary>
public sealed record Look(Guid DeliveryId, Guid TaskId, NextStep Step, long Rank);
