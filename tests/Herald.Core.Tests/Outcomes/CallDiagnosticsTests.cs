using System.Text.Json;
using CsCheck;
using Herald.Core.Outcomes;
using NodaTime;

namespace Herald.Core.Tests.Outcomes;

public class CallDiagnosticsTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 24, 12, 0);

    [Fact]
    public void A_refusal_tells_code_phrase_and_cause()
    {
        using var json = JsonDocument.Parse(new CallDiagnostics(486) { Phrase = "Busy Here", Q850 = 17, Q850Text = "User busy" }.ToJson());
        json.RootElement.GetProperty("sip").GetInt32().ShouldBe(486);
        json.RootElement.GetProperty("phrase").GetString().ShouldBe("Busy Here");
        json.RootElement.GetProperty("q850").GetInt32().ShouldBe(17);
        json.RootElement.GetProperty("q850Text").GetString().ShouldBe("User busy");
        json.RootElement.EnumerateObject().Count().ShouldBe(4);
        new CallDiagnostics(487) { End = SipEnd.RingLimit }.ToJson().ShouldBe("""{"sip":487,"endedBy":"ring limit"}""");
    }

    [Fact]
    public void An_answered_call_tells_its_moments_and_its_verdict() =>
        new CallDiagnostics(200)
        {
            Phrase = "OK", Trunk = "acme", RingingAt = Noon, AnsweredAt = Noon + Duration.FromMilliseconds(2_500), Verdict = LineVerdict.Machine,
            VerdictAfter = Duration.FromMilliseconds(2_240), GreetingEndAt = Noon + Duration.FromSeconds(9), BeepAt = Noon + Duration.FromSeconds(10), HungUpBy = "us", Media = (500, 499, 1),
        }.ToJson().ShouldBe("""{"sip":200,"phrase":"OK","trunk":"acme","ringing":"2026-11-24T12:00:00.000Z","answered":"2026-11-24T12:00:02.500Z","verdict":"machine","verdictAfterMs":2240,"greetingEnd":"2026-11-24T12:00:09.000Z","beep":"2026-11-24T12:00:10.000Z","hungUpBy":"us","rtp":{"sent":500,"received":499,"lost":1}}""");

    [Fact]
    public void Whatever_the_network_sends_fits_the_column() =>
        Gen.Select(Gen.String[Gen.Char["\u0001\"äa"], 0, 5_000], Gen.String[Gen.Char["\u0001\"x"], 0, 5_000], Gen.Int[0, 127]).Sample((phrase, text, cause) =>
        {
            var json = new CallDiagnostics(200)
            {
                Phrase = phrase, Q850Text = text, Q850 = cause, Trunk = new string('t', 40), End = SipEnd.SetupLimit, RingingAt = Noon, AnsweredAt = Noon, Early = LineVerdict.SpecialTones,
                Verdict = LineVerdict.SpecialTones, VerdictAfter = Duration.FromSeconds(100), GreetingEndAt = Noon, BeepAt = Noon, HungUpBy = "them", Media = (1L << 40, 1L << 40, 1L << 40),
            }.ToJson();
            json.Length.ShouldBeLessThanOrEqualTo(1_000);
            JsonDocument.Parse(json).RootElement.GetProperty("hungUpBy").GetString().ShouldBe("them");
        });
}
