using NodaTime;

namespace Herald.Core.Engagements;

/// <summary>Ends deliveries of the engagements it is linked to. Lists are ANDed, values match whole and case-blind; an empty list matches all.</summary>
/// <param name="LinkedAt">When the link row was written: without <paramref name="Until"/> only tasks accepted before it are cancelled.</param>
public sealed record CancellationPolicy(
    Guid Id,
    Guid EngagementId,
    Instant LinkedAt,
    Instant? Until,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> States,
    IReadOnlyList<string> PostalCodes);
