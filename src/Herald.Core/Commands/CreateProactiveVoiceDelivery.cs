using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Requests;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Commands;

/// <summary>The body of <c>CCaaS_CreateProactiveVoiceDelivery</c> (first generation): one call to one number.</summary>
public static class CreateProactiveVoiceDelivery
{
    private static readonly MemberTable<RequestDraft> Parameters = new(
        caseBlind: false,
        RequestMembers.ApiVersion,
        RequestMembers.EngagementId,
        FirstGeneration.Destination,
        FirstGeneration.ContactId,
        FirstGeneration.Windows,
        FirstGeneration.Attributes,
        RequestMembers.RequestId);

    /// <summary>As <see cref="CreateProactiveDelivery.Read"/>. Without a number the value says which contact row must give one.</summary>
    public static Reading<VoiceDelivery> Read(ReadOnlyMemory<byte> body, FindEngagement find, Instant now)
    {
        var faults = new FaultList();
        var draft = new RequestDraft();
        var engagement = JsonBody.Read(body.Span, draft, Parameters, faults) ? Check(draft, find, faults) : null;
        if (faults.Count > 0 || engagement is null)
            return faults.Refuse<VoiceDelivery>();
        var task = Acceptance.Task(draft, engagement, [FirstGeneration.Contact(draft)], IntakeKind.FirstGeneration, now);
        return new Reading<VoiceDelivery>.Accepted(new(task, draft.Destination is null ? Guid.Parse(draft.Contact.UniqueIdentifier!) : null));
    }

    private static Engagement? Check(RequestDraft draft, FindEngagement find, FaultList faults)
    {
        var engagement = EngagementRules.Find(draft.EngagementId, find, faults);
        if (engagement is not null)
            EngagementRules.CheckChannel(engagement, Channel.Voice, faults);
        if (draft.Destination is not null)
            return engagement;
        var contact = draft.Contact.UniqueIdentifier;
        if (contact is null)
            faults.At(FirstGeneration.DestinationName, FaultCode.Invalid, "is missing; give it, or the ContactId of a contact row with a number.");
        else if (contact != JsonText.Faulty && !Guid.TryParse(contact, out _))
            faults.At(FirstGeneration.ContactIdName, FaultCode.WrongForm, "must be the GUID of a contact row when there is no DestinationPhoneNumber.");
        return engagement;
    }
}
