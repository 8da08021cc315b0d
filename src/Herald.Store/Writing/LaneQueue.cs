namespace Herald.Store.Writing;

/// <summary>A bounded queue of changes, counted in rows. Guarded by its owner's lock.</summary>
internal sealed class LaneQueue(int capacity)
{
    private readonly Queue<Change> changes = [];
    private int weight;

    public bool IsEmpty => changes.Count == 0;

    /// <summary>False when full. A change larger than the lane is taken by an empty one.</summary>
    public bool TryAdd(Change change)
    {
        if (weight > 0 && weight + change.Weight > capacity)
            return false;
        changes.Enqueue(change);
        weight += change.Weight;
        return true;
    }

    /// <summary>The changes at the head that fit into one transaction; at least one.</summary>
    public List<Change> Take(int limit)
    {
        var taken = new List<Change>();
        var sum = 0;
        while (changes.TryPeek(out var next) && (taken.Count == 0 || (sum + next.Rows <= limit && !next.Kind.Alone && !taken[0].Kind.Alone)))
        {
            taken.Add(changes.Dequeue());
            sum += next.Rows;
            weight -= next.Weight;
        }

        return taken;
    }
}
