namespace Herald.Smpp.Accounts;

/// <summary>Wakes those who wait for a slot; costs nothing while nobody does.</summary>
internal sealed class SlotSignal
{
    private TaskCompletionSource? waiting;

    /// <summary>Take it before looking for a slot, await it after: a pulse in between is not lost.</summary>
    public Task Next()
    {
        while (true)
        {
            if (Volatile.Read(ref waiting) is { } current)
                return current.Task;
            var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (Interlocked.CompareExchange(ref waiting, mine, null) is null)
                return mine.Task;
        }
    }

    public void Pulse()
    {
        if (Volatile.Read(ref waiting) is not null)
            Interlocked.Exchange(ref waiting, null)?.TrySetResult();
    }
}
