using Herald.Core.Engagements;

namespace Herald.Core.Pacing;

/// <summary>What one engagement could use now of something shared: channel slots, representatives.</summary>
/// <param name="Wanted">0 or more.</param>
public sealed record Claim(Guid EngagementId, EngagementPriority Priority, int Wanted);
