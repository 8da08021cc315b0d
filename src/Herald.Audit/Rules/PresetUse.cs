using Herald.Audit.Log;

namespace Herald.Audit.Rules;

/// <summary>A preset as an engagement names it: its name, and perhaps the attribute that names the subject.</summary>
internal sealed record PresetUse(string Name, string? Attribute, IReadOnlyList<PresetClause> Clauses)
{
    public static PresetUse Of(string text)
    {
        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        return new PresetUse(parts[0].ToLowerInvariant(), parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null, PresetTable.Find(parts[0]));
    }

    /// <summary>What is counted: the person over all engagements that name the preset, or one subject of that person.</summary>
    public string Key(Line line) =>
        Attribute is not null && line.Request?.Contact.Attributes.GetValueOrDefault(Attribute) is { Length: > 0 } subject
            ? $"{Name}:{line.Person}:{subject}"
            : $"{Name}:{line.Person}";
}
