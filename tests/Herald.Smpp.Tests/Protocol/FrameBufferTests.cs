using System.Buffers.Binary;
using CsCheck;
using Herald.Smpp.Protocol;

namespace Herald.Smpp.Tests.Protocol;

public class FrameBufferTests
{
    [Fact]
    public void Frames_come_out_whole_however_the_stream_is_cut()
    {
        // Sizes at the edges: bare headers, the write size at which the buffer compacts, the largest frame.
        var size = Gen.OneOf(Gen.Int[16, 20], Gen.Int[1000, 1100], Gen.Const(Pdu.MaxLength), Gen.Const(Pdu.MaxLength - 1));
        Gen.Select(size.Array[1, 8], Gen.Int[1, 70_000]).Sample((sizes, chunk) =>
        {
            var stream = sizes.SelectMany(Frame).ToArray();
            var frames = new FrameBuffer();
            var got = new List<int>();
            for (var at = 0; at < stream.Length;)
            {
                var free = frames.Free();
                free.Length.ShouldBeGreaterThan(0);
                var count = Math.Min(Math.Min(chunk, free.Length), stream.Length - at);
                stream.AsMemory(at, count).CopyTo(free);
                frames.Filled(count);
                at += count;
                PduFault fault;
                while (frames.TryNext(out var frame, out fault))
                {
                    got.Add(frame.Length);
                    frame[^1].ShouldBe((byte)frame.Length);
                }
                fault.ShouldBe(PduFault.None);
            }
            got.ShouldBe(sizes);
        }, iter: 300);
    }

    [Theory]
    [InlineData(0u, "LengthTooSmall")]
    [InlineData(15u, "LengthTooSmall")]
    [InlineData(16u, "None")]
    [InlineData(65_536u, "None")]
    [InlineData(65_537u, "LengthTooLarge")]
    [InlineData(uint.MaxValue, "LengthTooLarge")]
    public void A_length_outside_its_bounds_is_a_fault_as_soon_as_it_is_read(uint length, string expected)
    {
        var frames = new FrameBuffer();
        BinaryPrimitives.WriteUInt32BigEndian(frames.Free().Span, length);
        frames.Filled(4);
        frames.TryNext(out _, out var fault).ShouldBeFalse();
        fault.ToString().ShouldBe(expected);
    }

    private static byte[] Frame(int size)
    {
        var frame = new byte[size];
        BinaryPrimitives.WriteInt32BigEndian(frame, size);
        frame[^1] = (byte)size;
        return frame;
    }
}
