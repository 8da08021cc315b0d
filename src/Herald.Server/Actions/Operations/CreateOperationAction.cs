using Herald.Core.Commands;
using Herald.Core.Commands.Operations;
using Herald.Dispatch;
using Herald.Server.Actions.Bodies;
using Herald.Server.Errors;
using Herald.Store.Queue;
using Herald.Store.Settings;

namespace Herald.Server.Actions.Operations;

/// <summary><c>CCaaS_CreateOperation</c>: 202 without body once the suspension, resumption or cancellation is durable.</summary>
internal sealed class CreateOperationAction(DispatchEngine engine) : IApiAction
{
    public async Task InvokeAsync(ApiCall call)
    {
        using var body = await RequestBody.ReadAsync(call.Request, call.Aborted);
        await engine.Settings.RefreshAsync(call.Aborted);
        switch (CreateOperation.Read(body.Bytes, engine.Settings.FindEngagement))
        {
            case Reading<Operation>.Accepted accepted when await RunAsync(accepted.Value, call):
                call.Response.StatusCode = StatusCodes.Status202Accepted;
                break;
            case Reading<Operation>.Accepted:
                await ErrorAnswer.WriteAsync(call.Http, StatusCodes.Status404NotFound, ErrorCodes.NoRow, "The engagement or the delivery does not exist.");
                break;
            case Reading<Operation>.Refused refused:
                await ErrorAnswer.WriteAsync(call.Http, refused.Status, refused.Faults);
                break;
        }
    }

    /// <summary>False: there is no such row.</summary>
    private async Task<bool> RunAsync(Operation operation, ApiCall call)
    {
        var operations = engine.Operations;
        switch (operation)
        {
            case Operation.Suspend suspend:
                return await operations.SuspendAsync(suspend.EngagementId, SuspensionType.ApiAction, call.Caller.UserId, call.Aborted);
            case Operation.Resume resume:
                return await operations.ResumeAsync(resume.EngagementId, SuspensionType.ApiAction, call.Caller.UserId, call.Aborted);
            case Operation.CancelDelivery cancel:
                return await operations.CancelDeliveryAsync(cancel.DeliveryId, call.Aborted) != CancelAnswer.Unknown;
            case Operation.CancelEngagement all:
                await operations.CancelQueuedAsync(all.EngagementId, call.Aborted);
                return true;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
