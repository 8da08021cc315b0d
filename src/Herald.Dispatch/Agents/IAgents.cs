namespace Herald.Dispatch.Agents;

/// <summary>The agents of this installation by the name that workstreams and profiles give (case-blind).</summary>
public interface IAgents
{
    /// <param name="name">Null = the built-in greeting.</param>
    /// <returns>Null: no agent of that name.</returns>
    IAgent? Find(string? name);
}
