namespace Herald.Store.Queue;

public enum CancelAnswer
{
    Unknown,
    Cancelled,

    /// <summary>Nothing changed.</summary>
    AlreadyEnded,
}
