using Herald.Core.Outcomes;
using Herald.Store.Queue;
using NodaTime;

namespace Herald.Dispatch.Attempts;

/// <summary>Something that must become durable and may call for a next attempt.</summary>
internal abstract record Report
{
    private Report()
    {
    }

    /// <summary>An attempt of this process is over.</summary>
    public sealed record Ended(Attempt Attempt, AttemptOutcome Outcome) : Report;

    public sealed record Acknowledged(Attempt Attempt, Instant At, IReadOnlyList<string> MessageIds) : Report;

    public sealed record NothingLeft(Attempt Attempt, string ReasonCode, Duration RetryAfter) : Report;

    /// <summary>A row that no process carries any more: a receipt, an overdue receipt, an attempt of a dead process.</summary>
    /// <param name="Owner">The dead owner of a started row; null for a sent row.</param>
    public sealed record Row(QueueRow Of, Guid? Owner, AttemptOutcome Outcome, TaskCompletionSource Durable) : Report;
}
