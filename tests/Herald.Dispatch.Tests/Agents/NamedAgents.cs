using Herald.Dispatch.Agents;

namespace Herald.Dispatch.Tests.Agents;

/// <summary>Agents by name, given by the test.</summary>
internal sealed class NamedAgents(params (string Name, IAgent Agent)[] agents) : IAgents
{
    public IAgent? Find(string? name) => agents.FirstOrDefault(agent => agent.Name == name).Agent;
}
