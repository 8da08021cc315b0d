namespace Herald.Smpp.Sessions;

/// <summary>
/// The answers of one read, given out one after the other on the reading thread, so that what the receivers submit next leaves
/// together: a hop of the thread pool for each would cost more than all the rest of a submit. Those of a timeout or an end go by one
/// work item.
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
