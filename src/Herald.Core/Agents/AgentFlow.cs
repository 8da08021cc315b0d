namespace Herald.Core.Agents;

/// <summary>What a software agent does on a call, as values; a flow file is read into it and checked with <see cref="FlowChecks"/>.</summary>
/// <param name="Start">Name of the first step.</param>
/// <param name="Steps">By name (case-sensitive), at most <see cref="FlowChecks.MostSteps"/>.</param>
public sealed record AgentFlow(string Name, string Start, IReadOnlyDictionary<string, FlowStep> Steps)
{
    /// <summary>Key that opts the number out at any time of the call, <c>0-9*#</c>; null = none.</summary>
    public char? OptOutKey { get; init; }

    /// <summary>Said after the opt-out, before hanging up.</summary>
    public string OptOutText { get; init; } = "";
}
