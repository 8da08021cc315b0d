using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Commands.Requests;

/// <summary>A faultless draft becomes a task.</summary>
internal static class Acceptance
{
    public static readonly Duration DefaultWindow = Duration.FromHours(24);

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
        Windows = draft.Windows ?? (IReadOnlyList<Window>)[new Window(now, now + DefaultWindow)],
        Message = draft.Message,
    };
}
