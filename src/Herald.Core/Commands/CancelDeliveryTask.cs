using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Operations;
using Herald.Core.Commands.Requests;

namespace Herald.Core.Commands;

/// <summary>The body of <c>CCaaS_CancelDeliveryTask</c>.</summary>
public static class CancelDeliveryTask
{
    private const string TaskName = "DeliveryTaskId";

    private static readonly MemberTable<OperationDraft> Parameters = new(
        caseBlind: false,
        new(RequestMembers.Version, (ref r, draft, faults) => draft.ApiVersion = VersionText.Read(ref r, faults)),
        new(TaskName, (ref r, draft, faults) => draft.DeliveryTaskId = JsonId.Read(ref r, faults)));

    /// <summary>The task's id; whether there is such a task is the store's to say (404).</summary>
    public static Reading<Guid> Read(ReadOnlyMemory<byte> body)
    {
        var faults = new FaultList();
        var draft = new OperationDraft();
        if (JsonBody.Read(body.Span, draft, Parameters, faults))
        {
            if (draft.ApiVersion is null)
                faults.Missing(RequestMembers.Version);
            if (draft.DeliveryTaskId is null)
                faults.Missing(TaskName);
        }

        return faults.Count > 0 ? faults.Refuse<Guid>() : new Reading<Guid>.Accepted(draft.DeliveryTaskId!.Value);
    }
}
