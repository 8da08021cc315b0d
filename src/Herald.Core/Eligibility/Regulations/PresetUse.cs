using System.Runtime.CompilerServices;
using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Core.Eligibility.Regulations;

/// <summary>A preset as an engagement names it: <c>us-cfpb-debt</c>, or with the input attribute that names the subject, <c>us-cfpb-debt:DebtId</c>.</summary>
/// <param name="Preset">Null when no preset has that name.</param>
internal sealed record PresetUse(string Name, Preset? Preset, string? Attribute)
{
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, PresetUse[]> Uses = [];

    public static PresetUse[] Of(IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : Uses.GetValue(names, static list => [.. list.Select(Of)]);

    public static PresetUse Of(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? text : text[..colon]).Trim();
        var attribute = colon < 0 ? null : text[(colon + 1)..].Trim();
        var preset = PresetCatalogue.Find(name);
        // The catalogue's spelling: counts of US-FL and us-fl are one.
        return new PresetUse(preset?.Name ?? name, preset, string.IsNullOrEmpty(attribute) ? null : attribute);
    }

    /// <summary>What this preset's counts key on: the person over all engagements that name the preset, or the person's subject.</summary>
    public string Subject(Contact contact, string person) =>
        Attribute is not null && contact.InputAttributes.TryGetValue(Attribute, out var subject) && subject.Length > 0
            ? $"{Name}:{person}:{subject}"
            : $"{Name}:{person}";
}
