namespace Herald.Dispatch.Intake;

/// <summary>The same repeatable request twice at once: the second waits for the first. Holds only what is in flight.</summary>
internal sealed class RepeatsInFlight
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> running = [];

    /// <summary>Waits for earlier ones of this key; disposing lets the next one in.</summary>
    public async ValueTask<IDisposable> EnterAsync(byte[] key, CancellationToken ct)
    {
        var name = Convert.ToHexString(key);
        while (true)
        {
            Task before;
            lock (gate)
            {
                if (!running.TryGetValue(name, out before!))
                {
                    var turn = new Turn(this, name);
                    running[name] = turn.Done;
                    return turn;
                }
            }

            await before.WaitAsync(ct);
        }
    }

    private void Leave(string name)
    {
        lock (gate)
            running.Remove(name);
    }

    private sealed class Turn(RepeatsInFlight owner, string name) : IDisposable
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Done => done.Task;

        public void Dispose()
        {
            owner.Leave(name);
            done.TrySetResult();
        }
    }
}
