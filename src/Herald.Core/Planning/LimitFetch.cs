using NodaTime;

namespace Herald.Core.Planning;

/// <summary>Which starts a plan needs to know of: the <paramref name="Newest"/> newest of <paramref name="Key"/>, none older than <paramref name="Back"/>.</summary>
/// <param name="Newest">0 = no starts, but when what a preset pauses after happened to the key.</param>
public sealed record LimitFetch(LimitKey Key, int Newest, Duration Back);
