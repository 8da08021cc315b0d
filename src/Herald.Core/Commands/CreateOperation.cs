using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Operations;
using Herald.Core.Commands.Requests;

namespace Herald.Core.Commands;

/// <summary>The body of <c>CCaaS_CreateOperation</c>: suspend, resume or cancel.</summary>
public static class CreateOperation
{
    private const string OperationName = "Operation";
    private const string DeliveryName = "DeliveryId";
    private const string Words = "must be Suspend, Resume or Cancel.";

    private static readonly MemberTable<OperationDraft> Parameters = new(
        caseBlind: false,
        new(RequestMembers.Version, (ref r, draft, faults) => draft.ApiVersion = VersionText.Read(ref r, faults)),
        new(OperationName, (ref r, draft, faults) => draft.Operation = JsonText.Read(ref r, faults, 100)),
        new(RequestMembers.Engagement, (ref r, draft, faults) => draft.EngagementId = JsonId.Read(ref r, faults)),
        new(DeliveryName, (ref r, draft, faults) => draft.DeliveryId = JsonId.Read(ref r, faults)));

    /// <summary>All faults at once; 404 when an unknown engagement is the only one. An inactive engagement can be operated.</summary>
    public static Reading<Operation> Read(ReadOnlyMemory<byte> body, FindEngagement find)
    {
        var faults = new FaultList();
        var draft = new OperationDraft();
        var operation = JsonBody.Read(body.Span, draft, Parameters, faults) ? Check(draft, find, faults) : null;
        return faults.Count > 0 || operation is null ? faults.Refuse<Operation>() : new Reading<Operation>.Accepted(operation);
    }

    private static Operation? Check(OperationDraft draft, FindEngagement find, FaultList faults)
    {
        if (draft.ApiVersion is null)
            faults.Missing(RequestMembers.Version);
        if (draft.EngagementId is { } id && id != Guid.Empty && find(id) is null)
            faults.At(RequestMembers.Engagement, FaultCode.NotFound, $"{id} does not exist.");
        switch (draft.Operation?.ToUpperInvariant())
        {
            case null:
                faults.At(OperationName, FaultCode.Invalid, $"is missing; it {Words}");
                return null;
            case "SUSPEND":
                return OfEngagement(draft, faults, engagement => new Operation.Suspend(engagement));
            case "RESUME":
                return OfEngagement(draft, faults, engagement => new Operation.Resume(engagement));
            case "CANCEL":
                return Cancel(draft, faults);
            case JsonText.Faulty:
                return null;
            default:
                faults.At(OperationName, FaultCode.Invalid, Words);
                return null;
        }
    }

    private static Operation? OfEngagement(OperationDraft draft, FaultList faults, Func<Guid, Operation> operation)
    {
        if (draft.DeliveryId is not null)
            faults.At(DeliveryName, FaultCode.Invalid, "goes with Cancel only.");
        if (draft.EngagementId is { } id)
            return operation(id);
        faults.Missing(RequestMembers.Engagement);
        return null;
    }

    private static Operation? Cancel(OperationDraft draft, FaultList faults)
    {
        if (draft.DeliveryId is { } delivery)
            return new Operation.CancelDelivery(delivery, draft.EngagementId);
        if (draft.EngagementId is { } engagement)
            return new Operation.CancelEngagement(engagement);
        faults.At(DeliveryName, FaultCode.Invalid, "is missing; Cancel needs it or ProactiveEngagementConfigId.");
        return null;
    }
}
