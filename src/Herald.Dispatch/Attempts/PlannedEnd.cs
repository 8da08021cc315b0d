using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Core.Planning;

namespace Herald.Dispatch.Attempts;

/// <summary>The end of an attempt on its way to the store.</summary>
internal sealed class PlannedEnd
{
    public required Guid DeliveryId { get; init; }
    public required DeliveryTask Task { get; init; }
    public required Guid? Owner { get; init; }
    public required AttemptOutcome Outcome { get; init; }
    public required IReadOnlyList<PastAttempt> History { get; init; }
    public Attempt? Attempt { get; init; }
    public Core.Planning.Facts Facts { get; set; } = null!;
    public NextStep Next { get; set; } = null!;
    public bool Written { get; set; }

    public static PlannedEnd Of(Attempt attempt, Guid owner, AttemptOutcome outcome)
    {
        var order = attempt.Order;
        var marked = outcome.ReasonCode is not null ? outcome
            : outcome.Abandoned ? outcome with { ReasonCode = ReasonCode.Abandoned, Reason = ReasonSentences.WhenEnded(ReasonCode.Abandoned) }
            : attempt.Slots.Channel.Simulated ? outcome with { ReasonCode = ReasonCode.Simulated }
            : outcome;
        var past = new PastAttempt(order.DeliveryId, order.Sequence, order.Candidate.Loop, order.Candidate.Contact, order.Candidate.Phone, order.Number, order.StartedAt);
        return new PlannedEnd
        {
            DeliveryId = order.DeliveryId, Task = order.Task, Owner = owner, Outcome = marked, Attempt = attempt,
            History = OutcomePlan.After(attempt.Before, past, marked),
        };
    }

    public static PlannedEnd Of(Report.Row row)
    {
        var history = row.Of.History;
        return new PlannedEnd
        {
            DeliveryId = row.Of.DeliveryId, Task = row.Of.Task, Owner = row.Owner, Outcome = row.Outcome,
            History = OutcomePlan.After([.. history.Take(history.Count - 1)], history[^1], row.Outcome),
        };
    }
}
