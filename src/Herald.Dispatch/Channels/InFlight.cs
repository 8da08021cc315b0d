namespace Herald.Dispatch.Channels;

/// <summary>How many attempts are under way, and the moment when none is. Safe from any thread.</summary>
internal sealed class InFlight
{
    private int count;
    private TaskCompletionSource? none;

    public int Count => Volatile.Read(ref count);

    public void Add() => Interlocked.Increment(ref count);

    public void Remove(int howMany = 1)
    {
        if (Interlocked.Add(ref count, -howMany) == 0)
            Interlocked.Exchange(ref none, null)?.TrySetResult();
    }

    /// <summary>Completes once none is under way.</summary>
    public async Task NoneAsync(CancellationToken ct)
    {
        while (true)
        {
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var told = Interlocked.CompareExchange(ref none, fresh, null) ?? fresh;
            // Looked at after the wish to be told is known: whoever removes the last one from here on sees it.
            if (Count == 0)
                return;
            await told.Task.WaitAsync(ct);
        }
    }
}
