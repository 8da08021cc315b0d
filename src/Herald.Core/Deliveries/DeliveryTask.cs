using NodaTime;

namespace Herald.Core.Deliveries;

/// <summary>One accepted request: 1–5 chained contacts, windows, message. Immutable once accepted; what happens to it is its deliveries.</summary>
public sealed record DeliveryTask
{
    /// <summary>UUIDv7 of <see cref="AcceptedAt"/>.</summary>
    public required Guid Id { get; init; }

    public required Guid EngagementId { get; init; }
    public required Channel Channel { get; init; }
    public IntakeKind Intake { get; init; }
    public required Instant AcceptedAt { get; init; }

    /// <summary>The caller's RequestId, ≤ 400 characters.</summary>
    public string? TrackingId { get; init; }

    /// <summary>As sent: a number or an ISO date for the custom call orders; anything else falls back to FIFO.</summary>
    public string? Priority { get; init; }

    /// <summary>In chaining order, 1–5.</summary>
    public required IReadOnlyList<Contact> Contacts { get; init; }

    /// <summary>Never empty: the default window is written out at acceptance. In order of start.</summary>
    public required IReadOnlyList<Window> Windows { get; init; }

    /// <summary>SMS text of the request, ≤ 1,000 characters; null = the engagement's template.</summary>
    public string? Message { get; init; }

    public Guid? BatchId { get; init; }

    public IReadOnlyList<Window> WindowsOf(int contact) =>
        Contacts[contact].Windows is { Count: > 0 } own ? own : Windows;
}
