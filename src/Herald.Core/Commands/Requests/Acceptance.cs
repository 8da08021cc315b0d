using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Commands.Requests;

/// <summary>A faultless draft becomes a task.</summary>
internal static class Acceptance
{
    private static readonly Duration DefaultWindow = Duration.FromHours(24);

    /// <summary>What absent windows mean.</summary>
    public static IReadOnlyList<Window> Default(Instant now) => [new(now, now + DefaultWindow)];

    public static DeliveryTask Task(RequestDraft draft, Engagement engagement, IReadOnlyList<Contact> contacts, IntakeKind intake, Instant now) => new()
    {
        Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
        EngagementId = engagement.Id,
        Channel = engagement.Channel,
        Intake = intake,
        AcceptedAt = now,
        TrackingId = draft.RequestId,
        Priority = draft.Priority,
        Contacts = contacts,
        Windows = draft.Windows ?? Default(now),
        Message = draft.Message,
    };
}
