namespace Herald.Sip;

/// <summary>Why a prompt stopped.</summary>
public enum PlayEnd
{
    /// <summary>It was heard to its end.</summary>
    Finished,

    /// <summary>A key was pressed and the prompt said it stops then.</summary>
    Interrupted,

    /// <summary>The caller's token was cancelled.</summary>
    Cancelled,

    /// <summary>The call ended first.</summary>
    CallEnded,
}
