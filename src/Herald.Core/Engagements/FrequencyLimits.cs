namespace Herald.Core.Engagements;

/// <summary>At most so many started attempts in rolling 24 h, 7 × 24 h and 30 × 24 h. Null or 0 = no limit.</summary>
public sealed record FrequencyLimits(int? PerDay, int? PerWeek, int? PerMonth)
{
    public static readonly FrequencyLimits None = new(null, null, null);
}
