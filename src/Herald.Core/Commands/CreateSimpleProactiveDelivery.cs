using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Contacts;
using Herald.Core.Commands.Requests;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Commands;

/// <summary>The body of <c>CCaaS_CreateSimpleProactiveDelivery</c>: one contact, its members flattened into parameters.</summary>
public static class CreateSimpleProactiveDelivery
{
    private static readonly MemberTable<RequestDraft> Parameters = new(
        caseBlind: false,
        [
            RequestMembers.ApiVersion,
            RequestMembers.EngagementId,
            .. FlatContact.Parameters,
            RequestMembers.Priority,
            RequestMembers.Windows,
            RequestMembers.RequestId,
            RequestMembers.Message,
        ]);

    /// <inheritdoc cref="CreateProactiveDelivery.Read"/>
    public static Reading<DeliveryTask> Read(ReadOnlyMemory<byte> body, FindEngagement find, Instant now)
    {
        var faults = new FaultList();
        var draft = new RequestDraft();
        var engagement = JsonBody.Read(body.Span, draft, Parameters, faults) ? Check(draft, find, faults) : null;
        return faults.Count > 0 || engagement is null
            ? faults.Refuse<DeliveryTask>()
            : new Reading<DeliveryTask>.Accepted(Acceptance.Task(draft, engagement, [draft.Contact.ToContact()], IntakeKind.Api, now));
    }

    private static Engagement? Check(RequestDraft draft, FindEngagement find, FaultList faults)
    {
        if (draft.ApiVersion is null)
            faults.Missing(RequestMembers.Version);
        var engagement = EngagementRules.Find(draft.EngagementId, find, faults);
        RequiredMembers.CheckWithMobile(draft.Contact, faults, FlatContact.Spell);
        EngagementRules.CheckOtherNumbers(draft.Contact, engagement?.Channel, faults, FlatContact.Spell);
        if (engagement is not null)
            EngagementRules.CheckMessage(engagement, draft.Message, faults);
        return engagement;
    }
}
