using System.Text;
using CsCheck;
using Herald.Sip.Messages;
using Herald.Sip.Tests.Messages;
using Herald.Sip.Transports;

namespace Herald.Sip.Tests.Transports;

public class StreamFramerTests
{
    [Fact]
    public void Messages_come_out_whole_however_the_stream_is_cut() =>
        Gen.Select(Gen.Int[0, 300].Array[1, 5], Gen.Int[1, 400].Array[1, 50]).Sample((bodies, cuts) =>
        {
            var expected = bodies.Select(size => Wire.Request(rows: "Content-Length: " + size) + new string('b', size)).ToList();
            var stream = Encoding.ASCII.GetBytes("\r\n\r\n" + string.Join("\r\n", expected));
            var framer = new StreamFramer();
            var got = new List<string>();
            var at = 0;
            for (var i = 0; at < stream.Length; i++)
            {
                var size = Math.Min(cuts[i % cuts.Length], stream.Length - at);
                framer.Add(stream.AsSpan(at, size));
                at += size;
                while (framer.TryTake(out var message))
                    got.Add(Encoding.ASCII.GetString(message));
            }
            got.ShouldBe(expected);
            framer.Broken.ShouldBeFalse();
        }, iter: 500);

    [Fact]
    public void A_double_line_end_is_a_ping()
    {
        var framer = new StreamFramer();
        framer.Add("\r\n\r\n"u8);
        framer.TryTake(out _).ShouldBeFalse();
        framer.Pings.ShouldBe(1);
    }

    [Theory]
    [InlineData("Content-Length: -1")]
    [InlineData("l: x")]
    [InlineData("Content-Length: 99999999")]
    public void A_length_that_cannot_be_right_breaks_the_stream(string row)
    {
        var framer = new StreamFramer();
        framer.Add(Encoding.ASCII.GetBytes(Wire.Request(rows: row)));
        framer.TryTake(out _).ShouldBeFalse();
        framer.Broken.ShouldBeTrue();
    }

    [Fact]
    public void An_endless_head_breaks_the_stream()
    {
        var framer = new StreamFramer();
        for (var i = 0; i < 20 && !framer.Broken; i++)
        {
            framer.Add(new byte[4_096]);
            framer.TryTake(out _).ShouldBeFalse();
        }
        framer.Broken.ShouldBeTrue();
    }
}
