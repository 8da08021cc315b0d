namespace Herald.Core.Agents;

/// <summary>One thing wrong with a flow.</summary>
/// <param name="Step">Name of the step; empty = the flow itself.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record FlowFault(string Step, string Message);
