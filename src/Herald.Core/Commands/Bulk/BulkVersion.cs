namespace Herald.Core.Commands.Bulk;

/// <summary>Which of the two bulk actions was called.</summary>
public enum BulkVersion
{
    /// <summary>Takes and ignores ProactiveEngagements.</summary>
    V1 = 1,
    V2 = 2,
}
