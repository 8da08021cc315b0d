namespace Herald.Core.Deliveries;

/// <summary>The status words of a delivery and of a task. The numbers are stored.</summary>
public enum DeliveryStatus
{
    Pending = 0,
    InProcess = 1,

    /// <summary>An attempt was made, whatever its result.</summary>
    Complete = 2,

    /// <summary>No attempt was made: the last window, quiet hours or a limit outlasted it.</summary>
    Expired = 3,
    Cancelled = 4,
    Error = 5,
}
