namespace Herald.Store;

/// <summary>The writer's lane is full: nothing was taken. Callers answer 429 with Retry-After.</summary>
public sealed class StoreBusyException(string lane) : Exception($"The {lane} lane of the writer is full.");
