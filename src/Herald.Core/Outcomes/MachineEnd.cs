namespace Herald.Core.Outcomes;

/// <summary>What was done with an answering machine.</summary>
public enum MachineEnd
{
    /// <summary>Nothing is configured against it: the agent spoke to it.</summary>
    AgentSpoke = 0,
    HungUp = 1,
    MessageLeft = 2,

    /// <summary>The call ended before the message had been spoken.</summary>
    MessageCut = 3,
}
