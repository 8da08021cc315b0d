namespace Herald.Dispatch.Agents;

/// <summary>An agent could not start, or failed during the talk: the delivery ends BotFailed.</summary>
/// <param name="message">Why, for a supervisor; no texts or numbers of people.</param>
public sealed class AgentFailedException(string message, Exception? inner = null) : Exception(message, inner);
