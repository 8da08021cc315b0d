using System.Text;

namespace Herald.Core.Agents;

/// <summary>What a result attribute may be, so that the store takes it and it reads back as it was set.</summary>
public static class ResultLimits
{
    /// <summary>Characters of a name.</summary>
    public const int Name = 100;

    /// <summary>Characters of a value; longer ones are cut.</summary>
    public const int Value = 4_000;

    /// <summary>Attributes of one call.</summary>
    public const int Most = 100;

    public static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= Name && Cut(name) == name;

    /// <summary>The value as it is kept: no NUL, no half of a surrogate pair, at most <see cref="Value"/> characters.</summary>
    public static string Cut(string value)
    {
        if (value.Length <= Value && !value.Any(c => c == '\0' || char.IsSurrogate(c)))
            return value;
        var kept = new StringBuilder(Math.Min(value.Length, Value));
        foreach (var rune in value.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > Value)
                break;
            if (rune.Value != 0)
                kept.Append(rune);
        }

        return kept.ToString();
    }
}
