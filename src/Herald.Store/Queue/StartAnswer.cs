namespace Herald.Store.Queue;

/// <summary>Which rows were started. The others changed, were cancelled, opted out, over a limit, or the engagement is suspended: they are looked at again.</summary>
/// <param name="Suspended">The engagement is suspended; nothing was started.</param>
public sealed record StartAnswer(IReadOnlySet<Guid> Started, bool Suspended);
