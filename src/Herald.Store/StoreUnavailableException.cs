namespace Herald.Store;

/// <summary>The database is away, locked or full: nothing of this change was kept. Callers answer 503 with Retry-After.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
