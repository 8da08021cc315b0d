using System.Diagnostics;
using Herald.Core.Commands;
using Herald.Core.Commands.Repeats;
using Herald.Dispatch.Intake;
using NodaTime;

namespace Herald.Server.Actions.Repeats;

/// <summary>From the headers of Repeatable Requests to what intake needs.</summary>
internal static class RepeatHeaders
{
    public const string Result = "Repeatability-Result";
    public const string ResultAccepted = "accepted";

    /// <param name="bodyHash">Asked only when the request is repeatable; 32 bytes.</param>
    /// <param name="answer">Makes the body of success from delivery id and task (or batch) id.</param>
    /// <returns>Accepted null: an ordinary request.</returns>
    public static Reading<RepeatRequest?> Read(ApiCall call, Func<byte[]> bodyHash, Instant now, Func<Guid, Guid, byte[]> answer)
    {
        var headers = call.Request.Headers;
        return RepeatableRequest.Read(headers[RepeatableRequest.RequestIdHeader], headers[RepeatableRequest.FirstSentHeader], now) switch
        {
            Reading<RepeatableRequest?>.Accepted { Value: null } => new Reading<RepeatRequest?>.Accepted(null),
            Reading<RepeatableRequest?>.Accepted { Value: { } repeat } => new Reading<RepeatRequest?>.Accepted(
                new RepeatRequest(repeat.Key(call.Caller.UserId.ToString(), call.Action), bodyHash(), answer)),
            Reading<RepeatableRequest?>.Refused refused => new Reading<RepeatRequest?>.Refused(refused.Status, refused.Faults),
            _ => throw new UnreachableException(),
        };
    }
}
