using Herald.Core.Engagements;

namespace Herald.Core.Pacing;

/// <summary>Whom each priority served last; the memory that makes turns fair over many small shares. Default = nobody yet.</summary>
public readonly record struct Turn(Guid Critical, Guid High, Guid Normal)
{
    internal Guid LastOf(EngagementPriority priority) => priority switch
    {
        EngagementPriority.Critical => Critical,
        EngagementPriority.High => High,
        _ => Normal,
    };

    internal Turn With(EngagementPriority priority, Guid last) => priority switch
    {
        EngagementPriority.Critical => this with { Critical = last },
        EngagementPriority.High => this with { High = last },
        _ => this with { Normal = last },
    };
}
