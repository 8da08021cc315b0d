using Herald.Audit.Settings;

namespace Herald.Audit.Rules;

/// <summary>The rules of an engagement at a moment, made once for each version of the settings.</summary>
internal sealed class RulesByTime(SettingsHistory settings)
{
    private const int Most = 20_000;
    private readonly Dictionary<(Guid Engagement, int Version), EngagementRules> made = [];

    public EngagementRules At(Guid engagement, long at)
    {
        var key = (engagement, settings.VersionAt(at));
        if (made.TryGetValue(key, out var rules))
            return rules;
        if (made.Count >= Most)
            made.Clear();
        return made[key] = EngagementRules.At(settings, engagement, at);
    }
}
