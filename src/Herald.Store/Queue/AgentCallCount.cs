namespace Herald.Store.Queue;

/// <summary>Answered calls of an engagement.</summary>
/// <param name="Failures">Those that ended BotFailed.</param>
public readonly record struct AgentCallCount(int Calls, int Failures);
