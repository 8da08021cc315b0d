using NodaTime;

namespace Herald.Core.Planning;

/// <summary>A count that the start of an attempt must re-check in its own transaction: fewer than <paramref name="Cap"/> starts of <paramref name="Key"/> at or after <paramref name="Since"/>.</summary>
public sealed record LimitDemand(LimitKey Key, int Cap, Instant Since);
