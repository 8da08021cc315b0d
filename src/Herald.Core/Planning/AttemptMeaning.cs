namespace Herald.Core.Planning;

/// <summary>What a past attempt means for the rest of its task.</summary>
internal enum AttemptMeaning
{
    /// <summary>No result yet.</summary>
    Running,

    /// <summary>A person was reached: the task ends.</summary>
    Reached,

    /// <summary>A person may have been reached: the task ends.</summary>
    Unknown,

    /// <summary>A representative cancelled it: the task ends.</summary>
    Cancelled,

    /// <summary>Nothing was dialled: the number counts as untried.</summary>
    Freed,

    /// <summary>Not reached, and the number belongs into the next loop.</summary>
    Listed,

    /// <summary>Not reached; on with the chain, no new loop for it.</summary>
    GoesOn,
}
