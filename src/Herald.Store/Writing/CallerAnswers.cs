namespace Herald.Store.Writing;

/// <summary>Tells the callers of a batch how it went, on the pool: the writer must not do their work, and a work item for each of them would wake a thread for each.</summary>
internal sealed class CallerAnswers(IReadOnlyList<Change> batch, int from, int to, Exception? fault) : IThreadPoolWorkItem
{
    private const int Callers = 16;

    /// <param name="fault">Null: committed.</param>
    public static void Tell(IReadOnlyList<Change> batch, Exception? fault = null)
    {
        for (var from = 0; from < batch.Count; from += Callers)
            ThreadPool.UnsafeQueueUserWorkItem(new CallerAnswers(batch, from, Math.Min(from + Callers, batch.Count), fault), preferLocal: false);
    }

    public void Execute()
    {
        for (var i = from; i < to; i++)
        {
            if (fault is null)
                batch[i].Answer();
            else
                batch[i].Fail(fault);
        }
    }
}
