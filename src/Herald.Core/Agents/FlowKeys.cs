namespace Herald.Core.Agents;

/// <summary>The keys of a telephone that a flow may name.</summary>
public static class FlowKeys
{
    /// <summary>Most keys of one answer.</summary>
    public const int Most = 32;

    public static bool Are(char key) => key is (>= '0' and <= '9') or '*' or '#';

    public static bool Are(string keys) => keys.Length is > 0 and <= Most && keys.All(Are);
}
