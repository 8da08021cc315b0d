namespace Herald.Core.Eligibility.Regulations;

/// <summary>All presets by name (case-blind).</summary>
public static class PresetCatalogue
{
    public static IReadOnlyList<Preset> All { get; } = [];

    private static readonly Dictionary<string, Preset> ByName = All.ToDictionary(preset => preset.Name, StringComparer.OrdinalIgnoreCase);

    public static Preset? Find(string name) => ByName.GetValueOrDefault(name);
}
