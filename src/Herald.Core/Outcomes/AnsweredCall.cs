namespace Herald.Core.Outcomes;

/// <summary>What is known of a call that was off hook, once it is over.</summary>
/// <param name="Machine">Counts when the verdict is a machine.</param>
/// <param name="Failure">Why the agent failed.</param>
public sealed record AnsweredCall(LineVerdict Verdict, bool KeyPressed, TalkEnd Talk, MachineEnd Machine = MachineEnd.AgentSpoke, string? Failure = null);
