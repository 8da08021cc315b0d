using Herald.Core.Planning;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>An attempt on a preset's subject that was given dispositions.</summary>
public sealed record DisposedAttempt(LimitKey Subject, Instant EndedAt, IReadOnlyList<string> Codes);
