namespace Herald.Store.Engines;

/// <summary>A transaction of a process's writer.</summary>
/// <param name="Chain">The process, by its log chain.</param>
/// <param name="Batch">Rises with each transaction.</param>
internal readonly record struct WriterMark(long Chain, long Batch);
