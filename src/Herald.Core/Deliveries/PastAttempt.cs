using NodaTime;

namespace Herald.Core.Deliveries;

/// <summary>A started delivery of a task, as the planner needs it.</summary>
/// <param name="Loop">From 1.</param>
/// <param name="Contact">Index in the chain, from 0.</param>
/// <param name="Result">Null while it runs or its receipt is awaited.</param>
/// <param name="Declined">The person pressed reject (603, 607): NoAnswer, but a planner may exclude it from reattempts.</param>
/// <param name="Dispositions">Codes set on the conversation.</param>
public sealed record PastAttempt(
    Guid DeliveryId,
    int Sequence,
    int Loop,
    int Contact,
    PhoneType Phone,
    string Number,
    Instant StartedAt,
    Instant? EndedAt = null,
    DeliveryResult? Result = null,
    bool Declined = false,
    IReadOnlyList<string>? Dispositions = null);
