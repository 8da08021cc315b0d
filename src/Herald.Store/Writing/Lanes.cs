namespace Herald.Store.Writing;

/// <summary>The writer's four queues, served in turn. Nothing is dropped: a full lane refuses at once.</summary>
internal sealed class Lanes(StoreOptions options)
{
    private readonly object gate = new();
    private readonly LaneQueue[] lanes = [.. Enum.GetValues<Lane>().Select(_ => new LaneQueue(options.LaneRows))];
    private int turn;
    private bool closed;

    // Changes so far; the difference waits. May run over: only differences count.
    private int added;
    private int taken;

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
            added++;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Waits for the next batch, all of one lane; null once closed and empty.</summary>
    public List<Change>? Take()
    {
        if (!WaitForOne())
            return null;
        Gather();
        lock (gate)
            return TakeOne();
    }

    /// <summary>The next batch if one waits.</summary>
    public List<Change>? TryTake()
    {
        lock (gate)
            return lanes.All(lane => lane.IsEmpty) ? null : TakeOne();
    }

    private List<Change> TakeOne()
    {
        while (lanes[turn].IsEmpty)
            turn = (turn + 1) % lanes.Length;
        var others = lanes.Where((_, index) => index != turn).Any(lane => !lane.IsEmpty);
        var batch = lanes[turn].Take(others ? options.SharedBatchRows : options.BatchRows);
        turn = (turn + 1) % lanes.Length;
        taken += batch.Count;
        return batch;
    }

    private bool WaitForOne()
    {
        lock (gate)
        {
            while (lanes.All(lane => lane.IsEmpty))
            {
                if (closed)
                    return false;
                Monitor.Wait(gate);
            }

            return true;
        }
    }

    // On a busy machine those who are about to add get the processor first, as long as they do: a commit costs much the same for one row and for fifty.
    // On an idle one a yield returns at once.
    private void Gather()
    {
        for (int seen = 0, now; (now = Volatile.Read(ref added)) != seen && now - taken < options.SharedBatchRows;)
        {
            seen = now;
            Thread.Yield();
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
