using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using NodaTime;

namespace Herald.Dispatch.Channels;

/// <summary>One attempt to make now. Its row is on disk.</summary>
/// <param name="From">E.164 or sender name; null when the workstream has none.</param>
/// <param name="Text">The rendered message of an SMS; null for voice.</param>
/// <param name="ClosesAt">End of the legal moment: a message's validity ends here.</param>
public sealed record AttemptOrder(
    Guid DeliveryId,
    int Sequence,
    DeliveryTask Task,
    Candidate Candidate,
    Engagement Engagement,
    OutboundProfile Profile,
    string? From,
    string? Text,
    Instant StartedAt,
    Instant ClosesAt)
{
    /// <summary>The task would end if this attempt reached an answering machine. Told only where the engagement asks for it.</summary>
    public bool IsLast { get; init; }

    public Contact Contact => Task.Contacts[Candidate.Contact];

    public string Number => Candidate.Number;

    public IReadOnlyDictionary<string, string> Inputs => Contact.InputAttributes;
}
