using Herald.Core.Planning;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>What last happened to a number that a preset pauses after.</summary>
public sealed record NumberEvents(LimitKey Number, Instant? AbandonedAt, Instant? MachineAt);
