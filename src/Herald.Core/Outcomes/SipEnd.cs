namespace Herald.Core.Outcomes;

/// <summary>Who brought a call that was never answered to its end.</summary>
public enum SipEnd
{
    /// <summary>The far side, or a network between.</summary>
    FarSide = 0,

    /// <summary>We sent CANCEL because it had rung as long as the engagement allows.</summary>
    RingLimit = 1,

    /// <summary>We sent CANCEL for another reason: this process stops.</summary>
    Stopped = 2,

    /// <summary>We sent CANCEL because the trunk had not begun to ring within the set-up limit.</summary>
    SetupLimit = 3,
}
