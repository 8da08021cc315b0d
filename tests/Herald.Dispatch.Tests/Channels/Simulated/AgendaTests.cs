using CsCheck;
using Herald.Dispatch.Channels.Simulated;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Tests.Channels.Simulated;

public class AgendaTests
{
    [Fact]
    public void Everything_happens_once_in_order_and_not_before_its_moment() =>
        Gen.Int[0, 5_000].Array[1, 60].Sample(offsets =>
        {
            var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
            using var agenda = new Agenda(time);
            var start = time.GetCurrentInstant();
            var done = new List<(int Offset, Instant At)>();
            foreach (var offset in offsets)
                agenda.After(Duration.FromMilliseconds(offset), () => done.Add((offset, time.GetCurrentInstant())));
            for (var i = 0; i < 60; i++)
                time.Advance(TimeSpan.FromMilliseconds(100));
            done.Select(item => item.Offset).ShouldBe(offsets.Order());
            done.ShouldAllBe(item => item.At >= start + Duration.FromMilliseconds(item.Offset));
        }, iter: 50);
}
