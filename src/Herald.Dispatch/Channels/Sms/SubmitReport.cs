using System.Text.Json;
using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Smpp.Accounts;
using NodaTime;

namespace Herald.Dispatch.Channels.Sms;

/// <summary>What became of a submit, told to the sink of its attempt.</summary>
internal static class SubmitReport
{
    private static readonly Duration Soon = Duration.FromMilliseconds(250);
    private static readonly Duration AfterClose = Duration.FromSeconds(1);

    public static void Tell(IAttemptSink sink, SubmitOutcome outcome, Instant now)
    {
        switch (outcome)
        {
            case SubmitOutcome.Accepted accepted:
                Accepted(sink, [.. accepted.Parts.Select(part => part.Key).Where(key => key.Length > 0).Distinct()], now);
                break;
            case SubmitOutcome.Refused refused:
                sink.Ended(Refused(refused, now));
                break;
            case SubmitOutcome.NotSent notSent:
                sink.NothingLeft(CodeOf(notSent.Reason), notSent.Reason == NotSentReason.ValidityPast ? AfterClose : Soon);
                break;
            case SubmitOutcome.Unanswered unanswered:
                sink.Ended(Unknown("unanswered", "The provider did not answer; whether it has the message is not known.", now, FirstId(unanswered.AcceptedParts)));
                break;
        }
    }

    public static AttemptOutcome Unknown(string code, string reason, Instant now, string? id = null) => new()
    {
        Result = DeliveryResult.Unknown, EndedAt = now, SentAt = now, ReasonCode = code, Reason = reason, CallId = id,
    };

    /// <summary>Refused by ourselves: nothing left, and nothing will change that.</summary>
    public static AttemptOutcome Unsendable(string code, string reason, Instant now) => new()
    {
        Result = DeliveryResult.NotDelivered, EndedAt = now, ReasonCode = code, Reason = reason,
    };

    private static void Accepted(IAttemptSink sink, IReadOnlyList<string> ids, Instant now)
    {
        if (ids.Count > 0)
            sink.Acknowledged(now, ids);
        else
            sink.Ended(Unknown("no_message_id", "The provider took the message without naming it; no receipt can be matched.", now));
    }

    /// <summary>Refused after it had been given up: nothing is sent again then, whatever the status.</summary>
    public static AttemptOutcome RefusedLate(uint status, string name, Instant now) => Refused(new SubmitOutcome.Refused(status, name, []), now);

    private static AttemptOutcome Refused(SubmitOutcome.Refused refused, Instant now)
    {
        // Statuses that are not a refusal in the table reach us only late, or for a part in the middle.
        var parts = SmppSubmits.From(unchecked((int)refused.Status)) is SubmitAnswer.Refused known ? known : (SubmitAnswer.Refused)SmppSubmits.Other(unchecked((int)refused.Status));
        return new AttemptOutcome
        {
            Result = parts.Outcome.Result,
            EndedAt = now,
            SentAt = now,
            ReasonCode = parts.Outcome.ReasonCode,
            Reason = parts.Outcome.Reason,
            CallId = FirstId(refused.AcceptedParts),
            Diagnostics = JsonSerializer.Serialize(new Dictionary<string, string> { ["command_status"] = $"0x{refused.Status:X8}", ["name"] = refused.StatusName }),
        };
    }

    private static string? FirstId(IReadOnlyList<AcceptedPart> parts) => parts.Select(part => part.Key).FirstOrDefault(key => key.Length > 0);

    private static string CodeOf(NotSentReason reason) => reason is NotSentReason.NeverLeft or NotSentReason.ValidityPast ? ReasonCode.NotSent : ReasonCode.Channel;
}
