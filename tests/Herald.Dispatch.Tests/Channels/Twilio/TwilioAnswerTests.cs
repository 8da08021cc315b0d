using System.Net;
using System.Text;
using Herald.Dispatch.Channels.Twilio;

namespace Herald.Dispatch.Tests.Channels.Twilio;

public class TwilioAnswerTests
{
    [Theory]
    [InlineData(201, """{"sid":"SM1"}""", nameof(TwilioAnswerKind.Taken), 0)]
    [InlineData(200, """{"sid":""}""", nameof(TwilioAnswerKind.Unclear), 200)]
    [InlineData(201, "not json", nameof(TwilioAnswerKind.Unclear), 201)]
    [InlineData(201, "[1]", nameof(TwilioAnswerKind.Unclear), 201)]
    [InlineData(400, """{"code":21211}""", nameof(TwilioAnswerKind.Refused), 21211)]
    [InlineData(403, """{"code":21408}""", nameof(TwilioAnswerKind.Refused), 21408)]
    [InlineData(404, "", nameof(TwilioAnswerKind.Refused), 404)]
    [InlineData(401, """{"code":20003}""", nameof(TwilioAnswerKind.NotTaken), 20003)]
    [InlineData(403, "", nameof(TwilioAnswerKind.NotTaken), 403)]
    [InlineData(429, """{"code":20429}""", nameof(TwilioAnswerKind.NotTaken), 20429)]
    [InlineData(500, """{"sid":"SM1"}""", nameof(TwilioAnswerKind.Unclear), 500)]
    [InlineData(503, "", nameof(TwilioAnswerKind.Unclear), 503)]
    [InlineData(302, "", nameof(TwilioAnswerKind.Unclear), 302)]
    public void Only_what_was_looked_at_by_nobody_may_be_sent_again(int status, string body, string kind, int code)
    {
        var answer = TwilioAnswer.Of((HttpStatusCode)status, null, Encoding.UTF8.GetBytes(body));
        answer.Kind.ToString().ShouldBe(kind);
        answer.Code.ShouldBe(code);
        (answer.Pause > TimeSpan.Zero).ShouldBe(answer.Kind is TwilioAnswerKind.NotTaken or TwilioAnswerKind.Unclear);
    }

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(7, 7)]
    [InlineData(100_000, 300)]
    public void A_retry_after_is_heeded_within_bounds(int asked, int seconds) =>
        TwilioAnswer.Of(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(asked), []).Pause.ShouldBe(TimeSpan.FromSeconds(seconds));
}
