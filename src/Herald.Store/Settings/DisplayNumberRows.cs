using Herald.Core.Engagements.DisplayNumbers;
using Herald.Store.Statements;

namespace Herald.Store.Settings;

/// <summary>Display numbers and their rules by planner.</summary>
internal sealed class DisplayNumberRows(IEnumerable<(Guid Planner, Guid Id, string Number)> numbers, IEnumerable<(Guid Planner, Guid Number, DisplayNumberRule Rule)> rules)
{
    private const int FirstField = 192350100;
    private const int FirstCondition = 192350000;
    private const int FirstPolicy = 192350000;

    private readonly ILookup<Guid, (Guid Planner, Guid Id, string Number)> numbers = numbers.ToLookup(row => row.Planner);
    private readonly ILookup<Guid, (Guid Planner, Guid Number, DisplayNumberRule Rule)> rules = rules.ToLookup(row => row.Planner);

    /// <param name="policy">msdyn_callerid_policy_type: 192350000 rotate, 192350001 rules.</param>
    public DisplayNumberSettings Of(Guid planner, int? policy)
    {
        var own = numbers[planner].ToDictionary(row => row.Id, row => row.Number);
        if (own.Count == 0)
            return DisplayNumberSettings.None;
        return new DisplayNumberSettings(
            policy is { } set ? (DisplayNumberPolicy)(set - FirstPolicy + (int)DisplayNumberPolicy.Rotate) : DisplayNumberPolicy.Workstream,
            [.. own.Values.Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. rules[planner].Where(row => own.ContainsKey(row.Number)).Select(row => row.Rule with { Number = own[row.Number] }).Take(DisplayNumberSettings.MostRules)]);
    }

    public static (Guid Planner, Guid Id, string Number) ReadNumber(ISqlRow row) => (row.Id(0), row.Id(1), row.Text(2).Trim());

    /// <summary>The rule's number is still an id.</summary>
    public static (Guid Planner, Guid Number, DisplayNumberRule Rule) ReadRule(ISqlRow row) => (
        row.Id(0),
        row.Id(4),
        new DisplayNumberRule((DisplayNumberField)(row.Number(1) - FirstField), (DisplayNumberCondition)((row.IntOrNull(2) ?? FirstCondition) - FirstCondition), row.Text(3), ""));
}
