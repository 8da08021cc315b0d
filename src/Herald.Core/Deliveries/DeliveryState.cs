namespace Herald.Core.Deliveries;

/// <summary>Where a delivery row stands in the queue (<c>docs/lifecycle.md</c>). The numbers are stored and indexed.</summary>
public enum DeliveryState
{
    /// <summary>Not before <c>next_check_at</c>, for the reason stored beside it.</summary>
    Waiting = 0,

    /// <summary>May be picked; <c>next_check_at</c> is the close of its window.</summary>
    Ready = 1,

    /// <summary>A process has reserved it and may have sent the first packet. Never started again on a guess.</summary>
    Started = 2,

    /// <summary>Acknowledged, waits for its receipt (or disposition); belongs to no process.</summary>
    Sent = 3,

    Ended = 4,
}
