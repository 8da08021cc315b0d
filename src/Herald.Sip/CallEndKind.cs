namespace Herald.Sip;

/// <summary>How a call ended; the whole list.</summary>
public enum CallEndKind
{
    /// <summary>No packet of this call left: no trunk is up, the connection was refused, no port or slot is free. Nobody was rung; another try is safe.</summary>
    NothingLeft,

    /// <summary>A final refusal; <see cref="CallEnd.SipCode"/> is its code.</summary>
    Rejected,

    /// <summary>Nobody answered within the ring limit; we cancelled.</summary>
    RingLimit,

    /// <summary>The trunk gave no 18x and no answer within the set-up limit; we cancelled.</summary>
    SetupLimit,

    /// <summary>The caller's token or hang-up stopped it before the answer.</summary>
    Cancelled,

    /// <summary>Packets left, no final response came (timer B, or none after CANCEL).</summary>
    NoResponse,

    /// <summary>Answered; one side said goodbye, see <see cref="CallEnd.HungUpBy"/>.</summary>
    HungUp,

    /// <summary>Answered, then the peer vanished: no session refresh, or 408/481 inside the dialog.</summary>
    Lost,

    /// <summary>Answered without usable media; we hung up.</summary>
    NoMedia,
}
