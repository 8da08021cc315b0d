namespace Herald.Core.Planning;

/// <summary>A decision and everything it was made from.</summary>
/// <param name="Candidates">Numbers looked at, in order; all but the last were refused for good. Empty when the past alone decides.</param>
public sealed record Explanation(NextStep Step, IReadOnlyList<CandidateTrace> Candidates);
