using Herald.Core.Deliveries;
using Herald.Core.Planning;

namespace Herald.Store.Intake;

/// <summary>An accepted task with its first delivery row.</summary>
/// <param name="Step">The first plan: Attempt is written ready, Wait waiting, End already ended.</param>
/// <param name="Rank">From <c>Core/Ordering</c>; 0 for End.</param>
public sealed record NewTask(DeliveryTask Task, Guid DeliveryId, NextStep Step, long Rank, RowSettings Row, RepeatKey? Repeat = null);
