using CsCheck;
using Herald.Sip.Media;

namespace Herald.Sip.Tests.Media;

public class RtpTests
{
    [Fact]
    public void A_header_written_is_the_header_read()
    {
        var bytes = new byte[RtpPacket.HeaderBytes + 3];
        RtpPacket.WriteHeader(bytes, 101, true, 65_535, uint.MaxValue, 0xDEADBEEF);
        RtpPacket.TryParse(bytes, out var packet).ShouldBeTrue();
        (packet.PayloadType, packet.Marker, packet.Sequence, packet.Timestamp, packet.Ssrc, packet.Payload.Length)
            .ShouldBe((101, true, (ushort)65_535, uint.MaxValue, 0xDEADBEEF, 3));
    }

    [Fact]
    public void Sources_extension_and_padding_are_read_over()
    {
        byte[] bytes = [0xB1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, /*csrc*/ 9, 9, 9, 9, /*extension*/ 1, 2, 0, 1, 8, 8, 8, 8, /*payload*/ 5, 6, /*padding*/ 0, 2];
        RtpPacket.TryParse(bytes, out var packet).ShouldBeTrue();
        packet.Payload.ToArray().ShouldBe(new byte[] { 5, 6 });
    }

    [Fact]
    public void Any_bytes_are_read_or_refused() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        if (bytes.Length > 0)
            bytes[0] = (byte)(bytes[0] & 0x3F | 0x80);
        if (RtpPacket.TryParse(bytes, out var packet))
            packet.Payload.Length.ShouldBeLessThanOrEqualTo(bytes.Length - RtpPacket.HeaderBytes);
        Rtcp.PeerLoss(bytes, 1);
    }, iter: 20_000);

    [Fact]
    public void A_report_says_what_was_heard_and_is_understood()
    {
        var stats = new ReceiverStats();
        for (ushort i = 0; i < 100; i++)
            if (i % 4 != 3)
                stats.Add(77, i, (uint)i * 160, i * 160);
        var bytes = new byte[100];
        var size = Rtcp.WriteReport(bytes, 55, 1, 2, 10, stats);
        (size % 4).ShouldBe(0);
        Rtcp.PeerLoss(bytes.AsSpan(0, size), 77)!.Value.ShouldBe(0.25, 0.02);
        Rtcp.PeerLoss(bytes.AsSpan(0, size), 78).ShouldBeNull();
    }

    [Fact]
    public void Loss_and_jitter_are_counted_over_a_wrap()
    {
        var stats = new ReceiverStats();
        for (var i = 0; i < 200; i++)
            if (i != 100)
                stats.Add(1, (ushort)(65_450 + i), (uint)(i * 160), i * 160 + i % 2 * 80);
        stats.Expected.ShouldBe(200);
        stats.Lost.ShouldBe(1);
        stats.JitterMilliseconds.ShouldBe(10, 0.5);
    }
}
