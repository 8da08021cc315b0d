namespace Herald.Dispatch.Agents;

/// <summary>An installation without agents: answered calls end BotFailed.</summary>
public sealed class NoAgents : IAgents
{
    public IAgent? Find(string? name) => null;
}
