namespace Herald.Dispatch.Agents;

/// <summary>How an agent leaves a call that still stands; what it wanted said has been said.</summary>
public enum AgentEnd
{
    /// <summary>Nothing more to say: hang up.</summary>
    HangUp,

    /// <summary>Opt the number out of calls, then hang up. The line must not be cut before the opt-out is durable.</summary>
    OptOut,

    /// <summary>Hand the person to the queue of the engagement.</summary>
    Transfer,
}
