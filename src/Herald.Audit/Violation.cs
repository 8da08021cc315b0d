using NodaTime;

namespace Herald.Audit;

/// <summary>One thing that should not be. No names, texts or telephone numbers: a report may be shown to anybody.</summary>
/// <param name="Rule">One of <c>docs/audit.md</c>, e.g. <c>quiet_hours</c>.</param>
/// <param name="LogId">Line of the attempt log; null when the finding is not about a line.</param>
public sealed record Violation(string Rule, Instant At, Guid? TaskId, Guid? DeliveryId, long? LogId, string Detail);
