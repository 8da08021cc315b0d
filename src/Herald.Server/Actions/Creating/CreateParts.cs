using Herald.Core.Commands;
using Herald.Core.Commands.Repeats;
using Herald.Dispatch;
using Herald.Store;
using Herald.Dispatch.Intake;
using Herald.Server.Actions.Answers;
using Herald.Server.Actions.Bodies;
using Herald.Server.Actions.Repeats;
using Herald.Server.Errors;
using Herald.Server.Hosting;

namespace Herald.Server.Actions.Creating;

/// <summary>What the creating actions share.</summary>
internal sealed record CreateParts(IHeraldStore Store, DispatchEngine Engine, LargeBodies Large, Telemetry Telemetry, HeraldOptions Options, TimeProvider Time)
{
    /// <summary>Answers what intake said.</summary>
    /// <param name="body">The answer of success, when intake did not keep one for repeats.</param>
    public Task AnswerAsync(ApiCall call, IntakeResult result, Func<IntakeResult.Accepted, byte[]> body)
    {
        switch (result)
        {
            case IntakeResult.Accepted accepted:
                Telemetry.Accepted(call.Action);
                if (accepted.Answer is not null)
                    call.Response.Headers[RepeatHeaders.Result] = RepeatHeaders.ResultAccepted;
                return JsonAnswer.WriteAsync(call.Response, accepted.Answer ?? body(accepted));
            case IntakeResult.Repeated repeated:
                call.Response.Headers[RepeatHeaders.Result] = RepeatHeaders.ResultAccepted;
                return JsonAnswer.WriteAsync(call.Response, repeated.Answer);
            default:
                return RefuseAsync(
                    call,
                    StatusCodes.Status412PreconditionFailed,
                    [new Fault(ErrorCodes.Precondition, RepeatableRequest.RequestIdHeader, $"{RepeatableRequest.RequestIdHeader} came before with another body.")]);
        }
    }

    public Task RefuseAsync(ApiCall call, int status, IReadOnlyList<Fault> faults)
    {
        Telemetry.Refused(call.Action, status);
        return ErrorAnswer.WriteAsync(call.Http, status, faults);
    }
}
