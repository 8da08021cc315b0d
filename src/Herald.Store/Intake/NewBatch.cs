using NodaTime;

namespace Herald.Store.Intake;

/// <summary>The row of <c>delivery_batch</c> that a bulk request or a file writes.</summary>
/// <param name="Count">Tasks to come, when known.</param>
/// <param name="Failures">Rows refused (file intake only).</param>
public sealed record NewBatch(Guid Id, Guid EngagementId, Instant At, int? Count, int Failures, string? ErrorMessage, RepeatKey? Repeat = null)
{
    /// <summary>Lines of the file read so far; null = no file: what was created and refused.</summary>
    public int? Lines { get; init; }

    /// <summary>The file was no CSV from some line on.</summary>
    public bool Unreadable { get; init; }

    /// <summary>When the row last moved; null = <see cref="At"/>.</summary>
    public Instant? MovedAt { get; init; }
}
