namespace Herald.Core.Engagements.DisplayNumbers;

/// <summary>The planner's display numbers.</summary>
/// <param name="Numbers">E.164, each once.</param>
/// <param name="Rules">In their order, at most <see cref="MostRules"/>.</param>
public sealed record DisplayNumberSettings(DisplayNumberPolicy Policy, IReadOnlyList<string> Numbers, IReadOnlyList<DisplayNumberRule> Rules)
{
    public const int MostRules = 5;

    public static readonly DisplayNumberSettings None = new(DisplayNumberPolicy.Workstream, [], []);
}
