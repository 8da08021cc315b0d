using CsCheck;
using Herald.Sip.Media;

namespace Herald.Sip.Tests.Media;

public class JitterBufferTests
{
    [Fact]
    public void Frames_leave_in_order_whatever_order_they_came_in()
    {
        var buffer = new JitterBuffer();
        Add(buffer, 10, 12, 11, 13, 15, 14);
        Drain(buffer, 6).ShouldBe([10, 11, 12, 13, 14, 15]);
        buffer.Lost.ShouldBe(0);
        buffer.Discarded.ShouldBe(0);
    }

    [Fact]
    public void A_missing_frame_is_a_gap_and_counted()
    {
        var buffer = new JitterBuffer();
        Add(buffer, 1, 2, 4, 5);
        Drain(buffer, 5).ShouldBe([1, 2, -1, 4, 5]);
        buffer.Lost.ShouldBe(1);
    }

    [Fact]
    public void Duplicates_and_late_ones_are_discarded()
    {
        var buffer = new JitterBuffer();
        Add(buffer, 1, 2, 2, 3);
        Drain(buffer, 2).ShouldBe([1, 2]);
        Add(buffer, 1, 2);
        Drain(buffer, 1).ShouldBe([3]);
        buffer.Discarded.ShouldBe(3);
    }

    [Fact]
    public void Sequence_numbers_wrap()
    {
        var buffer = new JitterBuffer();
        Add(buffer, 65_534, 65_535, 0, 1);
        Drain(buffer, 4).ShouldBe([65_534, 65_535, 0, 1]);
    }

    [Fact]
    public void A_jump_begins_anew()
    {
        var buffer = new JitterBuffer();
        Add(buffer, 1, 2, 3);
        Drain(buffer, 3).ShouldBe([1, 2, 3]);
        Add(buffer, 40_000, 40_001, 40_002);
        Drain(buffer, 3).ShouldBe([40_000, 40_001, 40_002]);
    }

    [Fact]
    public void A_lone_frame_is_not_kept_for_ever()
    {
        var buffer = new JitterBuffer();
        Add(buffer, 5);
        Drain(buffer, 6).ShouldContain(5);
    }

    [Fact]
    public void What_leaves_is_always_in_order_and_never_twice() =>
        Gen.Select(Gen.Int[-2, 6], Gen.Bool).Array[1, 400].Sample(steps =>
        {
            var buffer = new JitterBuffer();
            var sequence = 65_000;
            var last = -1L;
            var out_ = new List<int>();
            foreach (var (step, take) in steps)
            {
                sequence += step;
                Add(buffer, sequence & 0xFFFF);
                if (take && buffer.Take() is { } payload)
                    out_.Add(BitConverter.ToUInt16(payload));
            }
            foreach (var item in out_)
            {
                if (last >= 0)
                    ((short)(item - last)).ShouldBeGreaterThan((short)0);
                last = item;
            }
        }, iter: 5_000);

    private static void Add(JitterBuffer buffer, params int[] sequences)
    {
        foreach (var sequence in sequences)
            buffer.Add((ushort)sequence, BitConverter.GetBytes((ushort)sequence));
    }

    private static int[] Drain(JitterBuffer buffer, int ticks) =>
        [.. Enumerable.Range(0, ticks).Select(_ => buffer.Take() is { } payload ? BitConverter.ToUInt16(payload) : -1)];
}
