using System.Text;
using Herald.Sip.Messages;

namespace Herald.Sip.Tests.Messages;

/// <summary>Messages that look wrong and are right: the cases of RFC 4475 §3.1.1, each in our own words.</summary>
public class ValidTortureTests
{
    [Fact]
    public void A_short_tortuous_invite_is_read() // §3.1.1.1
    {
        var invite = Wire.Good<SipRequest>(string.Join("\r\n",
            "INVITE sip:vivekg@chair-dnrc.example.com;unknownparam SIP/2.0",
            "TO :",
            " sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n",
            "from   : \"J Rosenberg \\\\\\\"\"       <sip:jdrosen@example.com>",
            "  ;",
            "  tag = 98asjd8",
            "MaX-fOrWaRdS: 0068",
            "Call-ID: wsinv.ndaksdj@192.0.2.1",
            "Content-Length   : 3",
            "cseq: 0009",
            "  INVITE",
            "Via  : SIP  /   2.0",
            " /UDP",
            "    192.0.2.2;branch=390skdjuw",
            "s :",
            "NewFangledHeader:   newfangled value",
            " continued newfangled value",
            "Content-Type: application/sdp",
            "Route:",
            " <sip:services.example.com;lr;unknownwith=value;unknown-no-value>",
            "v:  SIP  / 2.0  / TCP     spindle.example.com   ;",
            "  branch  =   z9hG4bK9ikj8  ,",
            " SIP  /    2.0   / UDP  192.168.255.111   ; branch=",
            " z9hG4bK30239",
            "m:\"Quoted string \\\"\\\"\" <sip:jdrosen@example.com> ; newparam =",
            "      newvalue ;",
            "  secondparam ; q = 0.33",
            "",
            "v=0"));
        invite.To!.Tag.ShouldBe("1918181833n");
        invite.From!.Display.ShouldBe("J Rosenberg \\\"");
        invite.From.Tag.ShouldBe("98asjd8");
        invite.CSeq.ShouldBe(new CSeq(9, "INVITE"));
        invite.Headers.List("Via").Count.ShouldBe(3);
        Via.Parse(invite.Headers.List("Via")[1])!.Transport.ShouldBe("TCP");
        invite.ContactUri!.User.ShouldBe("jdrosen");
        invite.Headers["NewFangledHeader"].ShouldBe("newfangled value continued newfangled value");
        Encoding.ASCII.GetString(invite.Body).ShouldBe("v=0");
    }

    [Fact]
    public void Every_token_character_may_stand_in_a_method_and_a_parameter() // §3.1.1.2
    {
        var request = Wire.Good<SipRequest>(Wire.Request("!interesting-Method0123456789_*+`.%indeed'~ sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com SIP/2.0",
            "Via: SIP/2.0/UDP host1.example.com;branch=z9hG4bK-.!%66*_+`'~",
            "From: token1~` token2'+_ token3*%!.- <sip:mundane@example.com>;fromParam''~+*_!.-%=\"\\\"\";tag=_token~1'+`*%!-."));
        request.From!.Tag.ShouldBe("_token~1'+`*%!-.");
        SipUri.Parse(request.Uri)!.Host.ShouldBe("example.com");
    }

    [Fact]
    public void Escapes_are_kept_and_undone_for_people() // §3.1.1.3, §3.1.1.4
    {
        var request = Wire.Good<SipRequest>(Wire.Request("INVITE sip:sips%3Auser%40example.com@example.net SIP/2.0", "CSeq: 1 INVITE"));
        var uri = SipUri.Parse(request.Uri)!;
        uri.PlainUser.ShouldBe("sips:user@example.com");
        uri.ToString().ShouldBe("sip:sips%3Auser%40example.com@example.net");
        SipUri.Parse("sip:null-%00-null@example.com").ShouldNotBeNull();
    }

    [Fact]
    public void No_white_space_is_needed_before_the_bracket() => // §3.1.1.6
        Wire.Good<SipRequest>(Wire.Request(rows: "From: caller<sip:caller@example.com>;tag=323")).From!.Display.ShouldBe("caller");

    [Fact]
    public void Long_values_are_read() // §3.1.1.7
    {
        var tag = new string('a', 4_000);
        var request = Wire.Good<SipRequest>(Wire.Request(rows: ["From: <sip:caller@example.net>;tag=" + tag, "X-Long: " + new string('b', 20_000)]));
        request.From!.Tag.ShouldBe(tag);
    }

    [Fact]
    public void What_follows_the_declared_body_in_a_datagram_is_not_read() => // §3.1.1.8
        Wire.Good<SipRequest>(Wire.Request(rows: "Content-Length: 2") + "abINVITE sip:x SIP/2.0").Body.ShouldBe("ab"u8.ToArray());

    [Fact]
    public void Semicolons_may_stand_in_the_user_part() // §3.1.1.9
    {
        var uri = SipUri.Parse("sip:user;par=u%40example.net@example.com")!;
        uri.User.ShouldBe("user;par=u%40example.net");
        uri.Host.ShouldBe("example.com");
    }

    [Fact]
    public void Unknown_transports_may_stand_in_via() => // §3.1.1.10
        Wire.Good<SipRequest>(Wire.Request(rows: "Via: SIP/2.0/UNKNOWN t5.example.com;branch=z9hG4bK1, SIP/2.0/SCTP t2;branch=z9hG4bK2")).TopVia!.Transport.ShouldBe("UNKNOWN");

    [Theory]
    [InlineData("SIP/2.0 200 = 2**3 * 5**2 но сто девяносто девять - простое", "= 2**3 * 5**2 но сто девяносто девять - простое")] // §3.1.1.12
    [InlineData("SIP/2.0 100 ", "")] // §3.1.1.13
    [InlineData("SIP/2.0 100", "")]
    public void Phrases_are_free(string line, string phrase) =>
        Wire.Good<SipResponse>(Wire.Request("OPTIONS x SIP/2.0").Replace("OPTIONS x SIP/2.0", line, StringComparison.Ordinal)).Phrase.ShouldBe(phrase);

    [Fact]
    public void Parameters_outside_brackets_are_the_headers_and_not_the_uris() // §3.3.12, §3.3.13
    {
        NameAddr.Parse("sip:user@example.com;unknownparam")!.Params.Has("unknownparam").ShouldBeTrue();
        NameAddr.Parse("<sip:user@example.com;unknownparam>")!.Uri!.Params.Has("unknownparam").ShouldBeTrue();
    }

    [Fact]
    public void A_message_of_before_2002_is_read() // §3.4.1
    {
        var request = Wire.Good<SipRequest>(Wire.Request("INVITE sip:UserB@example.com SIP/2.0", "Via: SIP/2.0/UDP iftgw.example.com", "From: <sip:+13035551111@ift.client.example.net;user=phone>")
            .Without("Max-Forwards"));
        request.TopVia!.Branch.ShouldBeNull();
        request.From!.Tag.ShouldBeNull();
    }

    [Theory]
    [InlineData("i: abc", "Call-ID", "abc")]
    [InlineData("x: 90", "Session-Expires", "90")]
    [InlineData("r: <sip:a@b>", "Refer-To", "<sip:a@b>")]
    [InlineData("K: 100rel", "Supported", "100rel")]
    public void Compact_forms_are_their_long_ones(string row, string name, string value)
    {
        var text = Wire.Request();
        if (name == "Call-ID")
            text = text.Without(name);
        Wire.Good<SipRequest>(text.Replace("\r\n\r\n", "\r\n" + row + "\r\n\r\n", StringComparison.Ordinal)).Headers[name].ShouldBe(value);
    }
}
