namespace Herald.Core.Engagements;

/// <summary>Between engagements that share slots: strictly in this order. Numbers as in the table.</summary>
public enum EngagementPriority
{
    Critical = 1,
    High = 2,
    Normal = 3,
}
