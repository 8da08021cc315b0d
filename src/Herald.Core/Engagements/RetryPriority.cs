namespace Herald.Core.Engagements;

/// <summary>msdyn_retry_priority_mode, value minus 700610000.</summary>
public enum RetryPriority
{
    Same = 0,
    Lower = 1,
    Higher = 2,
}
