namespace Herald.Core.Deliveries;

/// <summary>One legal change of a delivery row.</summary>
/// <param name="Status">The status word the row carries afterwards.</param>
/// <param name="Results">The results the row may carry afterwards; empty = none yet.</param>
/// <param name="Note">What the move means for reservation, owner or task.</param>
public sealed record DeliveryLifecycleMove(
    DeliveryState From,
    DeliveryLifecycleEvent On,
    DeliveryState To,
    DeliveryStatus Status,
    IReadOnlyList<DeliveryResult> Results,
    string Note);
