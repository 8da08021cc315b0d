namespace Herald.Store.Writing;

/// <summary>The writer's four queues, served in turn. Nothing is dropped: a full lane refuses at once.</summary>
internal sealed class Lanes(StoreOptions options)
{
    private readonly object gate = new();
    private readonly LaneQueue[] lanes = [.. Enum.GetValues<Lane>().Select(_ => new LaneQueue(options.LaneRows))];
    private int turn;
    private bool closed;

    /// <exception cref="StoreBusyException">The lane is full.</exception>
    /// <exception cref="StoreUnavailableException">The store is closed.</exception>
    public void Add(Change change)
    {
        lock (gate)
        {
            if (closed)
                throw new StoreUnavailableException("The store is closed.");
            if (!lanes[(int)change.Lane].TryAdd(change))
                throw new StoreBusyException(change.Lane.ToString());
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Waits for the next batch, all of one lane; null once closed and empty.</summary>
    public List<Change>? Take()
    {
        lock (gate)
        {
            while (lanes.All(lane => lane.IsEmpty))
            {
                if (closed)
                    return null;
                Monitor.Wait(gate);
            }

            while (lanes[turn].IsEmpty)
                turn = (turn + 1) % lanes.Length;
            var others = lanes.Where((_, index) => index != turn).Any(lane => !lane.IsEmpty);
            var batch = lanes[turn].Take(others ? options.SharedBatchRows : options.BatchRows);
            turn = (turn + 1) % lanes.Length;
            return batch;
        }
    }

    /// <summary>Takes nothing more; what waits is still written.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }
}
