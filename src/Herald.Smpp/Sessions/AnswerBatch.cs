namespace Herald.Smpp.Sessions;

/// <summary>
/// The answers of one read, given out by one work item: a hop of the thread pool for each would cost more than all the rest of a
/// submit, and what the receivers submit next leaves together.
/// </summary>
internal sealed class AnswerBatch(IBindOwner owner) : IThreadPoolWorkItem
{
    private readonly List<(PendingRequest Request, Answer Answer)> answers = [];

    public void Add(PendingRequest request, Answer answer) => answers.Add((request, answer));

    public void GiveOut()
    {
        if (answers.Count > 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    public void Execute()
    {
        foreach (var (request, answer) in answers)
            request.TrySetResult(answer);
        owner.OnSlotFreed();
    }
}
