using NodaTime;

namespace Herald.Store.Queue;

/// <summary>Up to 500 rows of one engagement to start, and what was decided about the others of the pick.</summary>
/// <param name="Owner">Instance id of this process.</param>
public sealed record StartBatch(Guid Owner, Guid EngagementId, Instant Now, IReadOnlyList<StartRow> Starts, IReadOnlyList<Look> Looks);
