using System.Collections.Concurrent;
using Herald.Core.Agents;

namespace Herald.Dispatch.Agents;

/// <summary>Result attributes of one call, filled while it lasts. Safe from any thread.</summary>
public sealed class AgentResults
{
    private readonly ConcurrentDictionary<string, string> values = new(StringComparer.Ordinal);

    public int Count => values.Count;

    /// <param name="value">Kept as <see cref="ResultLimits.Cut"/> leaves it: at most 4,000 characters.</param>
    public void Set(string name, string value) => values[name] = ResultLimits.Cut(value);

    public IReadOnlyDictionary<string, string> Snapshot() => new Dictionary<string, string>(values, StringComparer.Ordinal);
}
