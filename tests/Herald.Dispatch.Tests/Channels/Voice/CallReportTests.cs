using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Dispatch.Channels.Voice;
using Herald.Sip;
using NodaTime;

namespace Herald.Dispatch.Tests.Channels.Voice;

/// <summary>Each way a call can end, as its outcome.</summary>
public sealed class CallReportTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(CallEndKind.Rejected, 486, DeliveryResult.Busy, "sip_486")]
    [InlineData(CallEndKind.Rejected, 603, DeliveryResult.NoAnswer, "sip_603")]
    [InlineData(CallEndKind.Rejected, 302, DeliveryResult.CallFailed, "sip_302")]
    [InlineData(CallEndKind.Rejected, 487, DeliveryResult.CallFailed, "sip_487")]
    [InlineData(CallEndKind.SetupLimit, 487, DeliveryResult.CallFailed, "setup_limit")]
    [InlineData(CallEndKind.NoResponse, 408, DeliveryResult.CallFailed, "sip_408")]
    [InlineData(CallEndKind.Cancelled, 487, DeliveryResult.CallFailed, "stopped")]
    [InlineData(CallEndKind.NoMedia, 200, DeliveryResult.BotFailed, "no_media")]
    public void A_call_that_was_not_talked_on(CallEndKind kind, int code, DeliveryResult result, string reason)
    {
        var outcome = Of(new CallEnd { Kind = kind, SipCode = code, Times = new(Noon, null, null, null, Noon.AddSeconds(9)) });
        (outcome.Result, outcome.ReasonCode, outcome.Declined, outcome.ConnectedAt).ShouldBe((result, reason, code == 603, null));
        (outcome.SentAt, outcome.EndedAt).ShouldBe((Instant.FromDateTimeOffset(Noon), Instant.FromDateTimeOffset(Noon.AddSeconds(9))));
    }

    [Theory]
    [InlineData(487)]
    [InlineData(486)]
    [InlineData(200)]
    [InlineData(408)]
    public void The_ring_limit_is_no_answer_whatever_follows(int code)
    {
        var outcome = Of(new CallEnd { Kind = CallEndKind.RingLimit, SipCode = code, RingLimitReached = true, Times = new(Noon, Noon, null, null, Noon.AddSeconds(30)) });
        (outcome.Result, outcome.ReasonCode, outcome.ConnectedAt).ShouldBe((DeliveryResult.NoAnswer, "ring_limit", null));
        outcome.Diagnostics!.ShouldContain("\"endedBy\":\"ring limit\"");
    }

    [Theory]
    [InlineData(ProgressKind.Busy, DeliveryResult.Busy, "busy_tone_early")]
    [InlineData(ProgressKind.Sit, DeliveryResult.NotAHandset, "special_tones")]
    [InlineData(ProgressKind.Fax, DeliveryResult.NotAHandset, "fax_tone")]
    public void A_tone_before_the_answer_that_we_left_is_told(ProgressKind kind, DeliveryResult result, string reason)
    {
        var heard = new Heard(new());
        heard.BeforeAnswer(new(kind, TimeSpan.FromSeconds(1), TimeSpan.Zero));
        var outcome = Of(new CallEnd { Kind = CallEndKind.Cancelled, SipCode = 487, Times = new(Noon, Noon, Noon, null, Noon) }, heard);
        (outcome.Result, outcome.ReasonCode).ShouldBe((result, reason));
        // A final refusal of the network says more than its tone.
        Of(new CallEnd { Kind = CallEndKind.Rejected, SipCode = 404, Times = new(Noon, Noon, Noon, null, Noon) }, heard).Result.ShouldBe(DeliveryResult.InvalidAddress);
    }

    [Theory]
    [InlineData(CallEndKind.Lost, false, TalkEnd.Over, "line_lost")]
    [InlineData(CallEndKind.HungUp, true, TalkEnd.Over, "stopped_on_call")]
    [InlineData(CallEndKind.HungUp, true, TalkEnd.OptedOut, "opted_out_on_call")]
    [InlineData(CallEndKind.Lost, false, TalkEnd.Transferred, "transferred")]
    [InlineData(CallEndKind.HungUp, false, TalkEnd.Over, "took_part")]
    public void What_the_agent_did_last_counts_unless_the_line_was_taken_from_it(CallEndKind kind, bool stopping, TalkEnd talk, string reason)
    {
        var outcome = Of(new CallEnd { Kind = kind, SipCode = 200, HungUpBy = Party.Them, Times = new(Noon, null, null, Noon, Noon.AddMinutes(1)) }, keyPressed: true, talk: talk, stopping: stopping);
        (outcome.Result, outcome.ReasonCode, outcome.ConnectedAt).ShouldBe((DeliveryResult.LiveAnswer, reason, Instant.FromDateTimeOffset(Noon)));
    }

    [Fact]
    public void The_greeting_s_moments_are_kept()
    {
        var heard = new Heard(new ProgressOptions());
        heard.AfterAnswer(new(ProgressKind.Person, TimeSpan.FromMilliseconds(1_900), TimeSpan.FromMilliseconds(600)), Instant.FromDateTimeOffset(Noon.AddMilliseconds(1_900)));
        var outcome = Of(new CallEnd { Kind = CallEndKind.HungUp, SipCode = 200, HungUpBy = Party.Us, Times = new(Noon, null, null, Noon, Noon.AddMinutes(1)) }, heard);
        // 600 ms of words, then the 800 ms of silence that the verdict waits for.
        (outcome.SpeechDetected, outcome.SpeechAt).ShouldBe((true, Instant.FromDateTimeOffset(Noon.AddMilliseconds(500))));
        outcome.Diagnostics!.ShouldContain("\"greetingEnd\":\"2026-11-24T12:00:01.100Z\"");
        outcome.Diagnostics!.ShouldContain("\"verdictAfterMs\":1900");
    }

    private static AttemptOutcome Of(CallEnd end, Heard? heard = null, bool keyPressed = false, TalkEnd talk = TalkEnd.Over, bool stopping = false) =>
        CallReport.Of(end, "call-id", new CallFacts(heard ?? new Heard(null), keyPressed, talk, MachineEnd.AgentSpoke, null, stopping, Contact.NoAttributes));
}
