using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Contacts;
using Herald.Core.Commands.Requests;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Commands;

/// <summary>The body of <c>CCaaS_CreateProactiveDelivery</c>: one task with 1–5 chained contacts.</summary>
public static class CreateProactiveDelivery
{
    private const string ContactsParameter = "Contacts";

    private static readonly MemberTable<RequestDraft> Parameters = new(
        caseBlind: false,
        RequestMembers.ApiVersion,
        RequestMembers.EngagementId,
        RequestMembers.RequestId,
        RequestMembers.Priority,
        new(ContactsParameter, (ref r, request, faults) => request.Contacts = ContactChain.Read(ref r, faults)),
        RequestMembers.Windows,
        RequestMembers.Message);

    /// <summary>
    /// Reads and checks the whole body; finds all faults, not the first. An unknown or inactive engagement is 404 when
    /// nothing else is wrong, otherwise one fault of the 400.
    /// </summary>
    /// <param name="body">UTF-8 JSON as received.</param>
    public static Reading<DeliveryTask> Read(ReadOnlyMemory<byte> body, FindEngagement find, Instant now)
    {
        var faults = new FaultList();
        var draft = new RequestDraft();
        var engagement = JsonBody.Read(body.Span, draft, Parameters, faults) ? Check(draft, find, faults) : null;
        return faults.Count > 0 || engagement is null
            ? faults.Refuse<DeliveryTask>()
            : new Reading<DeliveryTask>.Accepted(Acceptance.Task(
                draft, engagement, [.. draft.Contacts!.Select(contact => contact.ToContact())], IntakeKind.Api, now));
    }

    private static Engagement? Check(RequestDraft draft, FindEngagement find, FaultList faults)
    {
        if (draft.ApiVersion is null)
            faults.Missing(RequestMembers.Version);
        if (draft.Contacts is null)
            faults.Missing(ContactsParameter);
        var engagement = EngagementRules.Find(draft.EngagementId, find, faults);
        if (engagement is not null)
            EngagementRules.CheckMessage(engagement, draft.Message, faults);
        faults.Enter(ContactsParameter);
        for (var i = 0; i < draft.Contacts?.Count; i++)
        {
            faults.Enter(i);
            EngagementRules.CheckNumbers(draft.Contacts[i], engagement?.Channel, faults);
            faults.Leave();
        }

        faults.Leave();
        return engagement;
    }
}
