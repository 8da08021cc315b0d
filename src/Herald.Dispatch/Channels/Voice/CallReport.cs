using Herald.Core.Outcomes;
using Herald.Sip;
using NodaTime;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>The outcome of a call that left this machine.</summary>
internal static class CallReport
{
    private const int LongestId = 100;

    public static AttemptOutcome Of(CallEnd end, string callId, CallFacts facts)
    {
        var parts = IsAnswered(end) ? AnsweredCalls.Of(Answered(end, facts)) : Unanswered(end, facts);
        return new AttemptOutcome
        {
            Result = parts.Result,
            EndedAt = At(end.Times.Ended)!.Value,
            ReasonCode = parts.ReasonCode,
            Reason = parts.Reason,
            Diagnostics = Diagnostics(end, facts).ToJson(),
            Declined = parts.Declined,
            CallId = callId.Length <= LongestId ? callId : callId[..LongestId],
            SentAt = At(end.Times.Started),
            ConnectedAt = At(end.Times.Answered),
            SpeechAt = facts.Heard.SpeechAt,
            SpeechDetected = facts.Heard.SpeechAt is not null,
            ResultAttributes = facts.Results,
        };
    }

    private static bool IsAnswered(CallEnd end) => end.Times.Answered is not null || end.Kind is CallEndKind.NoMedia;

    // What the agent did last counts, unless the line was taken from it.
    private static AnsweredCall Answered(CallEnd end, CallFacts facts)
    {
        var talk = end.Kind switch
        {
            CallEndKind.NoMedia => TalkEnd.NoMedia,
            CallEndKind.Lost when facts.Talk == TalkEnd.Over => TalkEnd.LineLost,
            _ when facts.Stopping && facts.Talk == TalkEnd.Over => TalkEnd.Stopped,
            _ => facts.Talk,
        };
        return new AnsweredCall(facts.Heard.Verdict, facts.KeyPressed, talk, facts.Machine, facts.Failure);
    }

    private static OutcomeParts Unanswered(CallEnd end, CallFacts facts) => end.Kind switch
    {
        // Only a tone, or our own stop, makes us cancel before the limits.
        CallEndKind.Cancelled when AnsweredCalls.BeforeAnswer(facts.Heard.Early) is { } tone => tone,
        _ => SipOutcomes.From(end.SipCode, EndOf(end), end.Q850),
    };

    private static SipEnd EndOf(CallEnd end) =>
        end.RingLimitReached ? SipEnd.RingLimit
        : end.Kind == CallEndKind.SetupLimit ? SipEnd.SetupLimit
        : end.Kind == CallEndKind.Cancelled ? SipEnd.Stopped
        : SipEnd.FarSide;

    private static CallDiagnostics Diagnostics(CallEnd end, CallFacts facts) => new(end.SipCode)
    {
        Phrase = end.Phrase,
        End = facts.Stopping ? SipEnd.Stopped : EndOf(end) is var by && by == SipEnd.Stopped ? SipEnd.FarSide : by,
        Q850 = end.Q850,
        Q850Text = end.ReasonText,
        Trunk = end.Trunk,
        RingingAt = At(end.Times.Ringing),
        AnsweredAt = At(end.Times.Answered),
        Early = facts.Heard.Early,
        Verdict = facts.Heard.Verdict,
        VerdictAfter = facts.Heard.After,
        GreetingEndAt = facts.Heard.GreetingEndAt,
        BeepAt = facts.Heard.BeepAt,
        HungUpBy = end.HungUpBy switch { Party.Us => "us", Party.Them => "them", _ => null },
        Media = end.Media.Sent + end.Media.Received > 0 ? (end.Media.Sent, end.Media.Received, end.Media.Lost) : null,
    };

    private static Instant? At(DateTimeOffset? moment) => moment is { } at ? Instant.FromDateTimeOffset(at) : null;
}
