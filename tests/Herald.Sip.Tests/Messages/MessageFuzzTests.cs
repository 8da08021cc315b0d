using System.Text;
using CsCheck;
using Herald.Sip.Messages;
using Herald.Sip.Sdp;

namespace Herald.Sip.Tests.Messages;

public class MessageFuzzTests
{
    private static readonly byte[] Invite = Encoding.UTF8.GetBytes(Wire.Request("INVITE sip:+15551234@example.com;user=phone SIP/2.0",
        "Contact: \"A, B\" <sip:a@192.0.2.1:5060;transport=tcp>;expires=60", "Record-Route: <sip:p1;lr>, <sip:p2;lr>", "Content-Type: application/sdp"));

    private static readonly byte[] Marks = "\r\n \t,;:\"<>@=/\\\0"u8.ToArray();

    private static readonly Gen<byte[]> Mangled =
        from cuts in Gen.Select(Gen.Int[0, Invite.Length - 1], Gen.OneOf(Gen.Byte, Gen.Int[0, Marks.Length - 1].Select(i => Marks[i]))).Array[1, 12]
        from length in Gen.Int[Invite.Length / 2, Invite.Length]
        select Mangle(cuts, length);

    [Fact]
    public void Mangled_messages_are_messages_or_faults_and_never_exceptions() =>
        Mangled.Sample(bytes =>
        {
            var result = SipParser.Parse(bytes);
            (result.Message is not null || result.Fault is not null).ShouldBeTrue();
            if (result is { Ok: true, Message: { } message })
                Touch(message);
        }, iter: 20_000);

    [Fact]
    public void Any_bytes_are_messages_or_faults() =>
        Gen.Byte.Array[0, 400].Sample(bytes => SipParser.Parse(bytes).Ok.ShouldBeFalse(), iter: 5_000);

    [Fact]
    public void What_was_read_and_written_reads_the_same() =>
        Mangled.Sample(bytes =>
        {
            if (SipParser.Parse(bytes) is not { Ok: true, Message: { } first })
                return;
            var second = SipParser.Parse(SipWriter.Write(first));
            second.Fault.ShouldBeNull();
            second.Message!.Headers.Where(row => row.Key != "Content-Length").ShouldBe(first.Headers.Where(row => !row.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)));
            second.Message.Body.ShouldBe(first.Body);
        }, iter: 5_000);

    [Fact]
    public void Mangled_descriptions_never_throw()
    {
        var sdp = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0 8 101\r\na=rtpmap:101 telephone-event/8000\r\na=sendonly\r\na=rtcp:4001\r\n"u8.ToArray();
        var session = new SdpSession(new(System.Net.IPAddress.Loopback, 4_000), [Codec.Pcmu], 1);
        Gen.Select(Gen.Int[0, sdp.Length - 1], Gen.Byte).Array[1, 8].Sample(cuts =>
        {
            var bytes = sdp.ToArray();
            foreach (var (at, value) in cuts)
                bytes[at] = value;
            if (SessionDescription.Parse(bytes) is { } read)
            {
                session.Answer(read);
                session.ReadAnswer(read);
            }
        }, iter: 20_000);
    }

    private static byte[] Mangle((int At, byte Value)[] cuts, int length)
    {
        var bytes = Invite.ToArray();
        foreach (var (at, value) in cuts)
            bytes[at] = value;
        return bytes[..length];
    }

    private static void Touch(SipMessage message)
    {
        _ = message.ContactUri;
        _ = message.TopVia!.ReplyTo();
        _ = ReasonHeader.Read(message);
        message.StampVia(new(System.Net.IPAddress.Loopback, 5060));
        if (message is SipRequest request)
            SipWriter.Write(SipResponse.Answering(request, 200, "t"));
    }
}
