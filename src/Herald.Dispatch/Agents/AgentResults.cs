using System.Collections.Concurrent;

namespace Herald.Dispatch.Agents;

/// <summary>Result attributes of one call, filled while it lasts. Safe from any thread.</summary>
public sealed class AgentResults
{
    private readonly ConcurrentDictionary<string, string> values = new(StringComparer.Ordinal);

    public void Set(string name, string value) => values[name] = value;

    public IReadOnlyDictionary<string, string> Snapshot() => new Dictionary<string, string>(values, StringComparer.Ordinal);
}
