namespace Herald.Core.Planning;

/// <summary>The numbers are stored with the attempt log's keys.</summary>
public enum LimitScope
{
    Contact = 0,
    Phone = 1,
    Task = 2,

    /// <summary>A regulation preset's own subject (a debt, a campaign topic).</summary>
    Subject = 3,
}
