using Herald.Core.Commands;
using Herald.Dispatch;
using Herald.Server.Actions.Bodies;
using Herald.Server.Errors;
using Herald.Store.Queue;

namespace Herald.Server.Actions.Operations;

/// <summary><c>CCaaS_CancelDeliveryTask</c>: 204; a running attempt finishes and is recorded, an ended task stays as it is.</summary>
internal sealed class CancelDeliveryTaskAction(DispatchEngine engine) : IApiAction
{
    public async Task InvokeAsync(ApiCall call)
    {
        using var body = await RequestBody.ReadAsync(call.Request, call.Aborted);
        switch (CancelDeliveryTask.Read(body.Bytes))
        {
            case Reading<Guid>.Accepted accepted when await engine.Operations.CancelTaskAsync(accepted.Value, call.Aborted) == CancelAnswer.Unknown:
                await ErrorAnswer.WriteAsync(call.Http, StatusCodes.Status404NotFound, ErrorCodes.NoRow, $"The delivery task With Id = {accepted.Value} Does Not Exist");
                break;
            case Reading<Guid>.Accepted:
                call.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case Reading<Guid>.Refused refused:
                await ErrorAnswer.WriteAsync(call.Http, refused.Status, refused.Faults);
                break;
        }
    }
}
