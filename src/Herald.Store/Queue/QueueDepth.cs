namespace Herald.Store.Queue;

public readonly record struct QueueDepth(long Ready, long Waiting);
