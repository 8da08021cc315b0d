using System.Net;
using System.Text;
using Herald.Sip.Sdp;

namespace Herald.Sip.Tests.Sdp;

public class SdpTests
{
    private static readonly IPEndPoint Local = new(IPAddress.Parse("192.0.2.1"), 4_000);

    private static SdpSession Session(params Codec[] codecs) => new(Local, codecs.Length > 0 ? codecs : [Codec.Pcma, Codec.Pcmu], 7);

    private static SessionDescription Read(string media, string session = "c=IN IP4 198.51.100.2\r\n") =>
        SessionDescription.Parse(Encoding.UTF8.GetBytes("v=0\r\no=- 1 1 IN IP4 198.51.100.2\r\ns=-\r\n" + session + "t=0 0\r\n" + media))!;

    [Fact]
    public void The_offer_is_as_agreed_with_the_world()
    {
        Encoding.UTF8.GetString(Session().Offer()).ShouldBe(string.Join("\r\n",
            "v=0", "o=- 7 1 IN IP4 192.0.2.1", "s=-", "c=IN IP4 192.0.2.1", "t=0 0", "m=audio 4000 RTP/AVP 8 0 101",
            "a=rtpmap:8 PCMA/8000", "a=rtpmap:0 PCMU/8000", "a=rtpmap:101 telephone-event/8000", "a=fmtp:101 0-15", "a=ptime:20", "a=sendrecv", ""));
    }

    [Fact]
    public void An_answer_gives_codec_events_and_address()
    {
        var plan = Session().ReadAnswer(Read("m=audio 5000 RTP/AVP 0 96\r\na=rtpmap:96 telephone-event/8000\r\n"))!;
        (plan.Codec, plan.PayloadType, plan.DtmfPayload, plan.Remote.ToString(), plan.RemoteRtcp.Port, plan.WeSend).ShouldBe((Codec.Pcmu, 0, 96, "198.51.100.2:5000", 5_001, true));
    }

    [Theory]
    [InlineData("m=audio 0 RTP/AVP 0\r\n")]
    [InlineData("m=audio 5000 RTP/AVP 18\r\na=rtpmap:18 G729/8000\r\n")]
    [InlineData("m=audio 5000 RTP/SAVP 0\r\n")]
    [InlineData("m=video 5000 RTP/AVP 31\r\n")]
    [InlineData("m=audio 5000 RTP/AVP 96\r\na=rtpmap:96 PCMA/16000\r\n")]
    [InlineData("")]
    public void Answers_without_our_audio_are_none(string media) => Session().ReadAnswer(Read(media)).ShouldBeNull();

    [Fact]
    public void Media_lines_own_address_and_rtcp_port_win()
    {
        var plan = Session().ReadAnswer(Read("m=audio 5000 RTP/AVP 8\r\nc=IN IP4 203.0.113.9\r\na=rtcp:6001\r\n"))!;
        plan.Remote.ToString().ShouldBe("203.0.113.9:5000");
        plan.RemoteRtcp.ToString().ShouldBe("203.0.113.9:6001");
    }

    [Theory]
    [InlineData("sendrecv", "sendrecv", true)]
    [InlineData("sendonly", "recvonly", false)]
    [InlineData("recvonly", "sendonly", true)]
    [InlineData("inactive", "inactive", false)]
    public void Directions_are_mirrored(string offered, string answered, bool weSend)
    {
        var (body, plan) = Session().Answer(Read($"m=audio 5000 RTP/AVP 8\r\na={offered}\r\n"))!.Value;
        Encoding.UTF8.GetString(body).ShouldContain("a=" + answered + "\r\n");
        plan.WeSend.ShouldBe(weSend);
    }

    [Fact]
    public void The_old_hold_by_address_is_a_hold() =>
        Session().Answer(Read("m=audio 5000 RTP/AVP 8\r\n", "c=IN IP4 0.0.0.0\r\n"))!.Value.Plan.Held.ShouldBeTrue();

    [Fact]
    public void A_direction_of_the_session_counts_for_its_media() =>
        Session().Answer(Read("m=audio 5000 RTP/AVP 8\r\n", "c=IN IP4 198.51.100.2\r\na=sendonly\r\n"))!.Value.Plan.Held.ShouldBeTrue();

    [Fact]
    public void Other_media_are_refused_line_by_line_and_the_order_is_kept()
    {
        var (body, plan) = Session().Answer(Read("m=video 6000 RTP/AVP 31\r\nm=audio 5000 RTP/AVP 97 18\r\na=rtpmap:97 PCMU/8000\r\nm=audio 7000 RTP/AVP 8\r\n"))!.Value;
        Encoding.UTF8.GetString(body).Split("\r\n").Where(line => line.StartsWith("m=", StringComparison.Ordinal))
            .ShouldBe(["m=video 0 RTP/AVP 31", "m=audio 4000 RTP/AVP 97", "m=audio 0 RTP/AVP 8"]);
        (plan.PayloadType, plan.Codec).ShouldBe((97, Codec.Pcmu));
    }

    [Fact]
    public void The_version_grows_only_with_a_change()
    {
        var session = Session();
        var first = Encoding.UTF8.GetString(session.Offer());
        Encoding.UTF8.GetString(session.Offer()).ShouldBe(first);
        Encoding.UTF8.GetString(session.Offer(Direction.SendOnly)).ShouldContain("o=- 7 2 IN");
    }
}
