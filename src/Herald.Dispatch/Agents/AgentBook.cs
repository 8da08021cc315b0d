namespace Herald.Dispatch.Agents;

/// <summary>Flows and programs of this process by name; a program comes before a flow of the same name.</summary>
public sealed class AgentBook(FlowFolder flows, IReadOnlyDictionary<string, IAgent> programs, TimeProvider time) : IAgents
{
    private readonly FlowAgent greeting = new(Greeting.Flow, time);
    private readonly Dictionary<string, IAgent> programs = new(programs, StringComparer.OrdinalIgnoreCase);

    public FlowFolder Flows => flows;

    /// <summary>Names of the agents behind HTTP.</summary>
    public IReadOnlyCollection<string> Programs => programs.Keys;

    public IAgent? Find(string? name) =>
        string.IsNullOrWhiteSpace(name) ? greeting : programs.TryGetValue(name, out var program) ? program : flows.Find(name);
}
