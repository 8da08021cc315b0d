using Herald.Core.Engagements;

namespace Herald.Store.Intake;

/// <summary>What a delivery row copies from its engagement at the time it is written.</summary>
public sealed record RowSettings(DialMode DialMode, Leader? Leader, Guid? QueueId, string? FromAddress);
