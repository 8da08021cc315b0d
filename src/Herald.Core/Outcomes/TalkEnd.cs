namespace Herald.Core.Outcomes;

/// <summary>How the agent's part of an answered call ended.</summary>
public enum TalkEnd
{
    /// <summary>The agent had nothing more to say, or the person hung up.</summary>
    Over = 0,
    OptedOut = 1,
    Transferred = 2,

    /// <summary>The agent asked for a transfer that nobody took, or that has no target.</summary>
    NotTransferred = 3,

    /// <summary>The agent could not start, or failed.</summary>
    Failed = 4,

    /// <summary>This process stops.</summary>
    Stopped = 5,

    /// <summary>The far side vanished.</summary>
    LineLost = 6,

    /// <summary>Answered without a codec of ours: nothing could be said.</summary>
    NoMedia = 7,
}
