namespace Herald.Core.Engagements;

/// <summary>The presets an engagement names, comma-separated, each with or without its option: <c>us-tcpa, us-cfpb-debt:DebtId</c>. Unknown names are a fault of <see cref="EngagementChecks"/>.</summary>
public static class PresetsText
{
    public static IReadOnlyList<string> Split(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
