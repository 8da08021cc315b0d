namespace Herald.Core.Engagements;

/// <summary>The three counts a planner or the organisation may cap.</summary>
public sealed record LimitSettings(FrequencyLimits Contact, FrequencyLimits Phone, FrequencyLimits Task)
{
    public static readonly LimitSettings None = new(FrequencyLimits.None, FrequencyLimits.None, FrequencyLimits.None);
}
