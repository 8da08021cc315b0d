namespace Herald.Store.Queue;

/// <summary>The last row picked: the next pick goes on behind it, past dead index entries.</summary>
public readonly record struct PickFloor(long Rank, Guid DeliveryId);
