using NodaTime;

namespace Herald.Store.Intake;

/// <summary>The row of <c>delivery_batch</c> that a bulk request or a file writes.</summary>
/// <param name="Count">Tasks to come, when known.</param>
/// <param name="Failures">Rows refused (file intake only).</param>
public sealed record NewBatch(Guid Id, Guid EngagementId, Instant At, int? Count, int Failures, string? ErrorMessage, RepeatKey? Repeat = null);
