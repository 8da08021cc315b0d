namespace Herald.Store.Writing;

/// <summary>One caller's change: applied in a transaction with others of its kind, answered after the commit.</summary>
internal abstract class Change(Lane lane, int rows)
{
    public Lane Lane { get; } = lane;

    /// <summary>Rows it writes, for the size of batches and lanes; at least 1.</summary>
    public int Rows { get; } = Math.Max(1, rows);

    /// <summary>What it counts for in a lane. A bulk request counts as one: its rows are its caller's memory, not the lane's.</summary>
    public virtual int Weight => Rows;

    public abstract ChangeKind Kind { get; }

    /// <summary>Tells the caller what was decided; called once, after the commit.</summary>
    public abstract void Answer();

    public abstract void Fail(Exception fault);
}
