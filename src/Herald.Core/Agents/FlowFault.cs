namespace Herald.Core.Agents;

/// <summary>One thing wrong with a flow.</summary>
/// <param name="Step">Name of the step; empty = the flow itself.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record FlowFault(string Step, string Message)
{
    /// <summary>The step's or flow's member that is wrong, in the words of a flow file; empty = the whole.</summary>
    public string Member { get; init; } = "";
}
