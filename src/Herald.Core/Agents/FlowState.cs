using System.Collections.Immutable;

namespace Herald.Core.Agents;

/// <summary>Where a call stands in its flow.</summary>
/// <param name="Step">Name of the step whose action is under way; null = not begun or over.</param>
/// <param name="Tries">How often the question was put.</param>
/// <param name="Results">Result attributes set so far; written whichever side hangs up.</param>
/// <param name="TookPart">The person pressed a key: a live answer.</param>
public sealed record FlowState(string? Step, int Tries, ImmutableDictionary<string, string> Results, bool TookPart)
{
    public static readonly FlowState Start = new(null, 0, ImmutableDictionary.Create<string, string>(StringComparer.Ordinal), false);
}
