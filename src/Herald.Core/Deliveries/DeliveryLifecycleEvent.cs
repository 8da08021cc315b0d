namespace Herald.Core.Deliveries;

/// <summary>What can happen to a delivery row; what each does is <see cref="DeliveryLifecycle"/>.</summary>
public enum DeliveryLifecycleEvent
{
    /// <summary>The moment of its next look has come and it may be picked.</summary>
    Due,

    /// <summary>Looked at, and again not before some later moment. A ready row whose window closed with another to come, too.</summary>
    Deferred,

    /// <summary>Settings of the reason it waits for have changed: it is looked at now.</summary>
    Recalled,

    /// <summary>Slot and rate token in hand, every rule re-checked, log line written: the attempt begins.</summary>
    Started,

    /// <summary>The channel proves that nothing left this machine.</summary>
    NotSent,

    /// <summary>The provider took the message and gave it an id.</summary>
    Acknowledged,

    /// <summary>An answered call waits for the representative's disposition.</summary>
    AwaitsDisposition,

    /// <summary>The channel reports how the attempt ended.</summary>
    Outcome,

    /// <summary>The process that carried the attempt is gone.</summary>
    OwnerLost,

    Receipt,

    /// <summary>No receipt within its time.</summary>
    ReceiptTimeout,

    /// <summary>A disposition was set, or wrap-up ended without one.</summary>
    Disposition,

    /// <summary>A receipt after the end.</summary>
    LateReceipt,

    /// <summary>No minute is left in which an attempt could start.</summary>
    Expired,

    /// <summary>By request, policy or opt-out.</summary>
    Cancelled,

    /// <summary>No number, or a configuration that cannot be used.</summary>
    Failed,

    /// <summary>Preview: nobody accepted before the window closed.</summary>
    Terminated,
}
