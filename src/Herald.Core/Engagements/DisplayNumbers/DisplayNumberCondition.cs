namespace Herald.Core.Engagements.DisplayNumbers;

/// <summary>msdyn_rule_condition, value minus 192350000.</summary>
public enum DisplayNumberCondition
{
    StartsWith = 0,
    Equals = 1,

    /// <summary>Equals one of a comma list.</summary>
    In = 2,
}
