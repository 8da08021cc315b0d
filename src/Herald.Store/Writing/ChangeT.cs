namespace Herald.Store.Writing;

/// <param name="unchanged">The answer unless the kind's Apply sets another.</param>
internal abstract class Change<TAnswer>(Lane lane, int rows, TAnswer unchanged) : Change(lane, rows)
{
    // Its continuations run where it is answered: see CallerAnswers.
    private readonly TaskCompletionSource<TAnswer> done = new();

    /// <summary>Set inside the transaction; a retried transaction sets it anew.</summary>
    public TAnswer Decided { get; set; } = unchanged;

    public Task<TAnswer> Durable => done.Task;

    public override void Answer() => done.TrySetResult(Decided);

    public override void Fail(Exception fault) => done.TrySetException(fault);
}
