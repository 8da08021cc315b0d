using Herald.Sip.Messages;

namespace Herald.Sip.Tests.Messages;

/// <summary>Messages that are wrong: the cases of RFC 4475 §3.1.2 and §3.3. Each is a fault with the right status, never an exception.</summary>
public class InvalidTortureTests
{
    [Theory]
    [InlineData("§3.1.2.1 extra separators", "Via: SIP/2.0/UDP 192.0.2.15;;,;,,")]
    [InlineData("§3.1.2.3 negative length", "Content-Length: -999")]
    [InlineData("§3.1.2.2 body cut off", "Content-Length: 9999")]
    [InlineData("§3.1.2.4 sequence over 2^31", "CSeq: 36893488147419103232 OPTIONS")]
    [InlineData("§3.1.2.4 hops over 255", "Max-Forwards: 300")]
    [InlineData("§3.1.2.6 open quote", "To: \"Mr. J. User <sip:j.user@example.com>")]
    [InlineData("§3.1.2.15 display outside tokens", "From: Bell, Alexander <sip:a.g.bell@example.com>;tag=43")]
    [InlineData("§3.1.2.17 other method", "CSeq: 8 INVITE")]
    [InlineData("no number", "CSeq: OPTIONS")]
    [InlineData("empty from", "From: ")]
    [InlineData("empty call id", "Call-ID: ")]
    [InlineData("no scheme", "To: <user@@example>")]
    [InlineData("port", "Via: SIP/2.0/UDP host:99999;branch=z9hG4bK1")]
    [InlineData("version", "Via: SIP/7.0/UDP host;branch=z9hG4bK1")]
    public void A_bad_row_is_refused_with_400_and_can_be_answered(string clause, string row)
    {
        var result = Wire.Parse(Wire.Request(rows: row));
        result.Fault.ShouldNotBeNull(clause).Status.ShouldBe(400);
        result.Message.ShouldBeOfType<SipRequest>();
    }

    [Theory]
    [InlineData("OPTIONS <sip:user@example.com> SIP/2.0", 400)]          // §3.1.2.7
    [InlineData("OPTIONS sip:user@example.com; lr SIP/2.0", 400)]        // §3.1.2.8
    [InlineData("OPTIONS  sip:user@example.com  SIP/2.0", 400)]          // §3.1.2.9
    [InlineData("OPTIONS sip:user@example.com SIP/2.0  ", 400)]          // §3.1.2.10
    [InlineData("OPTIONS sip:user@example.com SIP/7.0", 505)]            // §3.1.2.16
    [InlineData("OPTIONS sip:user@example.com", 400)]
    public void A_bad_start_line_is_refused(string line, int status) =>
        Wire.Parse(Wire.Request().Replace("OPTIONS sip:user@example.com SIP/2.0", line, StringComparison.Ordinal)).Fault!.Status.ShouldBe(status);

    [Theory]
    [InlineData("SIP/2.0 4294967301 better not break the receiver")]     // §3.1.2.19
    [InlineData("SIP/2.0 099 low")]
    [InlineData("SIP/2.0 700 high")]
    [InlineData("SIP/2.0 2OO OK")]
    [InlineData("HTTP/1.1 200 OK")]
    public void A_bad_status_line_is_no_message(string line)
    {
        var result = Wire.Parse(Wire.Request().Replace("OPTIONS sip:user@example.com SIP/2.0", line, StringComparison.Ordinal));
        result.Ok.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Via")]
    [InlineData("From")]
    [InlineData("To")]
    [InlineData("Call-ID")]
    [InlineData("CSeq")]
    public void A_missing_row_is_refused(string name) // §3.3.1
    {
        Wire.Parse(Wire.Request().Without(name)).Fault!.Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("Call-ID: other")]                // §3.3.8
    [InlineData("CSeq: 1 OPTIONS")]
    [InlineData("From: <sip:other@example.com>")]
    [InlineData("l: 0\r\nContent-Length: 5")]     // §3.3.9
    public void A_row_twice_is_refused(string row)
    {
        var text = Wire.Request().Replace("\r\n\r\n", "\r\n" + row + "\r\n\r\n", StringComparison.Ordinal);
        Wire.Parse(text).Fault!.Status.ShouldBe(400);
    }

    [Fact]
    public void Limits_hold()
    {
        Wire.Parse(Wire.Request(rows: "X-Huge: " + new string('x', SipLimits.MessageBytes))).Fault!.Status.ShouldBe(513);
        var rows = string.Concat(Enumerable.Repeat("X-Row: 1\r\n", SipLimits.Headers + 1));
        Wire.Parse(Wire.Request().Replace("\r\n\r\n", "\r\n" + rows + "\r\n", StringComparison.Ordinal)).Fault!.Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("nobodyKnowsThisScheme:totallyopaquecontent")] // §3.3.2
    [InlineData("name:John_Smith")]                            // §3.3.4
    [InlineData("sip:")]
    [InlineData("sip:@example.com")]
    [InlineData("sip:a@[::1")]
    [InlineData("sip:a@host:0")]
    public void Uris_that_we_cannot_route_are_null(string uri) => SipUri.Parse(uri).ShouldBeNull();
}
