using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Requests;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Commands;

/// <summary>The body of <c>CCaaS_CreateProactiveSMSDelivery</c> (first generation): one message to one number.</summary>
public static class CreateProactiveSmsDelivery
{
    private static readonly MemberTable<RequestDraft> Parameters = new(
        caseBlind: false,
        RequestMembers.ApiVersion,
        RequestMembers.EngagementId,
        FirstGeneration.Destination,
        RequestMembers.Message,
        FirstGeneration.Attributes,
        RequestMembers.RequestId);

    /// <inheritdoc cref="CreateProactiveDelivery.Read"/>
    public static Reading<DeliveryTask> Read(ReadOnlyMemory<byte> body, FindEngagement find, Instant now)
    {
        var faults = new FaultList();
        var draft = new RequestDraft();
        var engagement = JsonBody.Read(body.Span, draft, Parameters, faults) ? Check(draft, find, faults) : null;
        return faults.Count > 0 || engagement is null
            ? faults.Refuse<DeliveryTask>()
            : new Reading<DeliveryTask>.Accepted(Acceptance.Task(
                draft, engagement, [FirstGeneration.Contact(draft)], IntakeKind.FirstGeneration, now));
    }

    private static Engagement? Check(RequestDraft draft, FindEngagement find, FaultList faults)
    {
        if (draft.ApiVersion is null)
            faults.Missing(RequestMembers.Version);
        var engagement = EngagementRules.Find(draft.EngagementId, find, faults);
        if (engagement is not null)
            EngagementRules.CheckChannel(engagement, Channel.Sms, faults);
        if (draft.Destination is null)
            faults.Missing(FirstGeneration.DestinationName);
        if (draft.Message is null)
            faults.Missing(RequestMembers.Text);
        return engagement;
    }
}
