using Herald.Core.Deliveries;
using Herald.Core.Planning;
using NodaTime;
using Codes = Herald.Core.Deliveries.ReasonCode;

namespace Herald.Store.Queue;

/// <summary>A plan as the columns of a delivery row that was not attempted.</summary>
internal sealed record StepRow(
    DeliveryState State,
    DeliveryStatus Status,
    DeliveryResult? Result,
    long Rank,
    Instant NextCheckAt,
    int Loop,
    int Contact,
    PhoneType Phone,
    string? Number,
    Window? Window,
    Instant? ResultAt,
    string? ReasonCode,
    Guid? PolicyId)
{
    public static StepRow Of(NextStep step, long rank, Instant now) => step switch
    {
        NextStep.Attempt attempt => Open(DeliveryState.Ready, attempt.Candidate, attempt.Window, attempt.ClosesAt, rank, null),
        NextStep.Wait wait => Open(DeliveryState.Waiting, wait.Candidate, wait.Window, wait.Until, rank, wait.Reason),
        NextStep.End end => Ended(end, now),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static StepRow Open(DeliveryState state, Candidate candidate, Window window, Instant check, long rank, string? reason) => new(
        state, DeliveryStatus.Pending, null, rank, check, candidate.Loop, candidate.Contact, candidate.Phone, candidate.Number, window, null, reason, null);

    private static StepRow Ended(NextStep.End end, Instant now)
    {
        var status = Unattempted(end);
        return new StepRow(DeliveryState.Ended, status, ResultOf(status), 0, now, 1, 0, PhoneType.Mobile, null, null, now, end.Reason.Length > 0 ? end.Reason : Codes.NothingLeft, end.PolicyId);
    }

    // A task may end Complete by its earlier attempts while this row, which none was made of, needs a word of its own.
    private static DeliveryStatus Unattempted(NextStep.End end) => end.Status switch
    {
        DeliveryStatus.Expired or DeliveryStatus.Cancelled or DeliveryStatus.Error => end.Status,
        _ => end.Reason switch
        {
            Codes.OptedOut or Codes.Policy or Codes.Request => DeliveryStatus.Cancelled,
            Codes.NoNumber or Codes.Configuration => DeliveryStatus.Error,
            _ => DeliveryStatus.Expired,
        },
    };

    private static DeliveryResult ResultOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Expired => DeliveryResult.Expired,
        DeliveryStatus.Cancelled => DeliveryResult.Cancelled,
        _ => DeliveryResult.Error,
    };
}
